package loadgate.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import loadgate.gates.RegressionLimits;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.Unit;
import loadgate.settings.RegressionSettings;

/**
 * How often unchanged runs fail, and slower ones are found: simulated runs of five user types,
 * whose figures scatter from run to run by a known amount. Prints the tables of {@code
 * docs/regression.md}.
 */
final class RegressionStudy {

  private static final int TRIALS = 2_000;
  private static final int USER_TYPES = 5;
  private static final double[] NOISES = {0.02, 0.05, 0.1, 0.2};
  private static final int[] EARLIER = {5, 10, 20, 50};
  private static final double[] SLOWDOWNS = {0, 0.05, 0.1, 0.2, 0.5};
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String SLOWED = "type-0";

  /** The share of the variance of every figure that is the same for all figures of a run. */
  private final double common;

  private final Random random = new Random(20_261_121);

  private RegressionStudy(double common) {
    this.common = common;
  }

  public static void main(String[] none) {
    for (double common : new double[] {0, 0.5}) {
      System.out.printf(
          Locale.ROOT,
          "%nShare of the variance that all figures of a run have in common: %.0f %%%n",
          100 * common);
      System.out.println(
          "| scatter | rule | unchanged runs that fail | +5 % | +10 % | +20 % | +50 % |");
      System.out.println("|---|---|---|---|---|---|---|");
      for (double noise : NOISES) {
        new RegressionStudy(common).print(noise, 1, "10 % over one run");
        for (int earlier : EARLIER) {
          new RegressionStudy(common).print(noise, earlier, earlier + " earlier runs");
        }
      }
    }
  }

  private void print(double noise, int earlier, String rule) {
    int[] alarms = new int[SLOWDOWNS.length];
    for (int trial = 0; trial < TRIALS; trial++) {
      List<HistoryEntry> runs = new ArrayList<>();
      for (int run = 0; run < earlier; run++) {
        runs.add(run(run, noise));
      }
      RegressionLimits limits = limits(runs);
      HistoryEntry next = run(earlier, noise);
      for (int i = 0; i < alarms.length; i++) {
        alarms[i] += fails(limits, next, SLOWDOWNS[i]) ? 1 : 0;
      }
    }
    StringBuilder row = new StringBuilder();
    row.append(String.format(Locale.ROOT, "| %.0f %% | %s |", 100 * noise, rule));
    for (int count : alarms) {
      row.append(String.format(Locale.ROOT, " %.1f %% |", 100.0 * count / TRIALS));
    }
    System.out.println(row);
  }

  private static RegressionLimits limits(List<HistoryEntry> runs) {
    Map<String, String> groups = new LinkedHashMap<>();
    runs.get(0).userTypes().keySet().forEach(name -> groups.put(name, name));
    boolean one = runs.size() == 1;
    return EarlierRuns.of(
            SampleRun.REGRESSION,
            Comparability.of(runs.get(0)),
            one ? List.of() : runs,
            one ? Optional.of(runs.get(0)) : Optional.empty())
        .limits(groups);
  }

  /** Whether any gate fails; with a slowdown, any of the user type that it is of. */
  private static boolean fails(RegressionLimits limits, HistoryEntry run, double slowdown) {
    return limits.limits().stream()
        .filter(gate -> slowdown == 0 || gate.userType().equals(Optional.of(SLOWED)))
        .anyMatch(gate -> !gate.fail().orElseThrow().passes(value(gate, run, slowdown)));
  }

  private static double value(GateLimits gate, HistoryEntry run, double slowdown) {
    if (gate.measure().isHitRate()) {
      return run.gates().stream()
          .filter(known -> known.path().get(0).equals(gate.userType().orElseThrow()))
          .findFirst()
          .orElseThrow()
          .actual()
          .orElseThrow();
    }
    RequestFigures figures = gate.userType().map(run.userTypes()::get).orElse(run.requests());
    double value =
        figures.of(
            RegressionSettings.MEASURES.stream()
                .filter(measure -> gate.measure().equals(measure.againstEarlierRuns()))
                .findFirst()
                .orElseThrow());
    return gate.measure().unit() == Unit.MILLISECONDS ? value * (1 + slowdown) : value;
  }

  private HistoryEntry run(int number, double noise) {
    double ofAll = Math.sqrt(common) * random.nextGaussian();
    Map<String, RequestFigures> userTypes = new LinkedHashMap<>();
    List<GateFigures> gates = new ArrayList<>();
    for (int type = 0; type < USER_TYPES; type++) {
      String name = "type-" + type;
      userTypes.put(name, figures(noise, ofAll));
      gates.add(hitRate(name, 90 + random.nextGaussian()));
    }
    HistoryEntry sample = SampleRun.health().startedAt(START.plus(Duration.ofDays(number))).with();
    return new HistoryEntry(
        1,
        sample.time(),
        sample.simulation(),
        sample.profile(),
        sample.target(),
        sample.settings(),
        sample.commit(),
        sample.machine(),
        Verdict.PASS,
        gates,
        figures(noise, ofAll),
        userTypes,
        sample.folder(),
        OptionalInt.empty());
  }

  private RequestFigures figures(double noise, double ofAll) {
    int failures = 0;
    for (int request = 0; request < 1_000; request++) {
      failures += random.nextDouble() < 0.002 ? 1 : 0;
    }
    return new RequestFigures(
        1_000,
        failures / 10.0,
        100 / factor(noise, ofAll),
        250,
        Math.round(200 * factor(noise, ofAll)),
        Math.round(400 * factor(noise, ofAll)),
        Math.round(800 * factor(noise, ofAll)),
        1_000);
  }

  private double factor(double noise, double ofAll) {
    return Math.exp(noise * (ofAll + Math.sqrt(1 - common) * random.nextGaussian()));
  }

  private static GateFigures hitRate(String userType, double percent) {
    return new GateFigures(
        userType + " cache-hit-rate",
        List.of(userType, "Cache hit"),
        Measure.of("cache-hit-rate").name(),
        Unit.PERCENT,
        Direction.ABOVE,
        OptionalDouble.of(50),
        OptionalDouble.empty(),
        OptionalDouble.of(percent),
        1_000,
        Verdict.PASS);
  }
}
