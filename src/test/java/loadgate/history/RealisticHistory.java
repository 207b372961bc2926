package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.Unit;

/**
 * Two months of nightly runs, made up: two nights of slow health checks, a night without a cache,
 * and under the light load health checks that take longer from one night on, and an auth flow that
 * slows down for weeks.
 */
final class RealisticHistory {

  static final int MIXED_LIGHT = 60;
  static final int MIXED_HEAVY = 20;
  static final int AUTH_FLOW = 1;
  static final int ALL = MIXED_LIGHT + MIXED_HEAVY + AUTH_FLOW;

  private static final Instant FIRST = Instant.parse("2026-09-22T02:30:00Z");

  private final HistoryFile file;
  private final Random random = new Random(7);

  private RealisticHistory(Path results) {
    this.file = new HistoryFile(results);
  }

  static void append(Path results) throws IOException {
    RealisticHistory history = new RealisticHistory(results);
    for (int night = 0; night < MIXED_LIGHT; night++) {
      boolean slow = night == 12 || night == 13;
      double health = 62 * (slow ? 1.6 : night < 40 ? 1 : 1.2);
      double auth = 340 * (1 + 0.007 * Math.max(0, night - 25));
      history.mixed("light", night, 0, health, auth, night == 17 ? 41 : 93);
      if (night % 3 == 0) {
        history.mixed("heavy", night, 20, 78, 425, 89);
      }
    }
    history.append("simulations.AuthFlowSimulation", "smoke", MIXED_LIGHT - 1, 50, authP95(212));
  }

  private void mixed(
      String profile, int night, int minute, double health, double auth, double hitRate)
      throws IOException {
    append(
        "simulations.MixedSimulation",
        profile,
        night,
        minute,
        below("all requests failure-rate", List.of(), Unit.PERCENT, 1, around(0.2, 0.1)),
        SampleRun.p95(Math.round(around(health, 8))),
        authP95(Math.round(around(auth, 30))),
        hitRate(around(hitRate, 1.5)));
  }

  private void append(
      String simulation, String profile, int night, int minute, GateFigures... gates)
      throws IOException {
    Verdict verdict =
        Arrays.stream(gates)
            .map(GateFigures::verdict)
            .max(Comparator.naturalOrder())
            .orElse(Verdict.PASS);
    Instant start = FIRST.plus(Duration.ofDays(night)).plus(Duration.ofMinutes(minute));
    file.append(new SampleRun(simulation, profile, start, verdict).with(gates));
  }

  private double around(double value, double spread) {
    return value + spread * (2 * random.nextDouble() - 1);
  }

  private static GateFigures authP95(double actual) {
    return new GateFigures(
        "auth-flow p95",
        List.of("Auth Flow"),
        "p95",
        Unit.MILLISECONDS,
        Direction.BELOW,
        OptionalDouble.of(500),
        OptionalDouble.of(400),
        OptionalDouble.of(actual),
        640,
        actual >= 500 ? Verdict.FAIL : actual >= 400 ? Verdict.WARN : Verdict.PASS);
  }

  private static GateFigures hitRate(double actual) {
    return new GateFigures(
        "recommendation cache-hit-rate",
        List.of("Recommendation", "Cache hit"),
        "cache-hit-rate",
        Unit.PERCENT,
        Direction.ABOVE,
        OptionalDouble.of(85),
        OptionalDouble.empty(),
        OptionalDouble.of(actual),
        480,
        actual > 85 ? Verdict.PASS : Verdict.FAIL);
  }

  private static GateFigures below(
      String title, List<String> path, Unit unit, double limit, double actual) {
    return new GateFigures(
        title,
        path,
        title.substring(title.lastIndexOf(' ') + 1),
        unit,
        Direction.BELOW,
        OptionalDouble.of(limit),
        OptionalDouble.empty(),
        OptionalDouble.of(actual),
        4000,
        actual < limit ? Verdict.PASS : Verdict.FAIL);
  }
}
