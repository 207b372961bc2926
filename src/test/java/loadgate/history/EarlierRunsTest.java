package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.gates.RegressionLimits;
import loadgate.gates.Verdict;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Unit;
import org.junit.jupiter.api.Test;

class EarlierRunsTest {

  private static final Instant START = Instant.parse("2026-11-01T08:00:00Z");
  private static final RequestFigures NONE = new RequestFigures(0, 0, 0, 0, 0, 0, 0, 0);
  private static final Comparability OWN = Comparability.of(run(0, 200, 50));
  private static final Map<String, String> GROUPS = Map.of("health", "Health");

  private static HistoryEntry run(int day, long p95, double perSecond) {
    return run(day, p95, perSecond, Verdict.PASS);
  }

  private static HistoryEntry run(int day, long p95, double perSecond, Verdict verdict) {
    HistoryEntry sample = SampleRun.health().startedAt(START.plus(Duration.ofDays(day))).with();
    return new HistoryEntry(
        1,
        sample.time(),
        sample.simulation(),
        sample.profile(),
        sample.target(),
        sample.settings(),
        sample.commit(),
        sample.machine(),
        verdict,
        List.of(failures(), SampleRun.p95(p95), cacheHits(90)),
        NONE,
        Map.of("Health", new RequestFigures(3000, 0, perSecond, 60, 2, p95, 400, 500)),
        sample.folder(),
        OptionalInt.empty());
  }

  private static GateFigures failures() {
    return new GateFigures(
        "all requests failure-rate",
        List.of(),
        "failure-rate",
        Unit.PERCENT,
        Direction.BELOW,
        OptionalDouble.of(1),
        OptionalDouble.empty(),
        OptionalDouble.of(0),
        3000,
        Verdict.PASS);
  }

  private static GateFigures cacheHits(double percent) {
    return new GateFigures(
        "health cache-hit-rate",
        List.of("Health", "Cache hit"),
        "cache-hit-rate",
        Unit.PERCENT,
        Direction.ABOVE,
        OptionalDouble.of(85),
        OptionalDouble.empty(),
        OptionalDouble.of(percent),
        3000,
        Verdict.PASS);
  }

  private static List<HistoryEntry> runs(int n) {
    return Stream.iterate(0, day -> day < n, day -> day + 1)
        .map(day -> run(day, 200, 50))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static RegressionLimits limits(List<HistoryEntry> history) {
    return EarlierRuns.of(SampleRun.REGRESSION, OWN, history, Optional.empty()).limits(GROUPS);
  }

  private static double limit(RegressionLimits limits, String measure) {
    return limits.limits().stream()
        .filter(gate -> gate.measure().name().equals(measure + " regression"))
        .findFirst()
        .flatMap(GateLimits::fail)
        .orElseThrow()
        .value();
  }

  @Test
  void shouldNeverBeTighterThanTheToleranceWhenNothingScatters() {
    RegressionLimits limits = limits(runs(5));

    assertThat(limits.basis()).isEqualTo("5 comparable runs since 2026-11-01 08:00");
    assertThat(limit(limits, "p50")).as("2 ms and the floor").isEqualTo(7);
    assertThat(limit(limits, "p95")).as("200 ms and 10 %").isEqualTo(220);
    assertThat(limit(limits, "failure-rate")).isEqualTo(1);
    assertThat(limit(limits, "throughput")).isEqualTo(45);
    assertThat(limit(limits, "cache-hit-rate")).isEqualTo(81);
    assertThat(limits.limits()).hasSize(7);
  }

  /** Šidák's level for seven figures, and Student's quantile for it, are 0.998565 and 6.5125. */
  @Test
  void shouldBeThePredictionBoundWhenRunsScatter() {
    List<HistoryEntry> runs =
        List.of(
            run(0, 190, 48), run(1, 200, 50), run(2, 210, 52), run(3, 205, 51), run(4, 195, 49));

    assertThat(limit(limits(runs), "p95")).isEqualTo(265);
    assertThat(limit(limits(runs), "throughput")).isEqualTo(38.721);
  }

  @Test
  void shouldSayThatThereIsNoBaselineWithFewerRuns() {
    RegressionLimits limits = limits(runs(4));

    assertThat(limits.limits()).isEmpty();
    assertThat(limits.basis()).isEqualTo("no baseline: 4 of 5 comparable runs");
  }

  @Test
  void shouldTakeTheBaselineWithFewerRuns() {
    RegressionLimits limits =
        EarlierRuns.of(SampleRun.REGRESSION, OWN, runs(2), Optional.of(run(0, 300, 40)))
            .limits(GROUPS);

    assertThat(limits.basis()).isEqualTo("the baseline of 2026-11-01 08:00");
    assertThat(limit(limits, "p95")).isEqualTo(330);
    assertThat(limit(limits, "throughput")).isEqualTo(36);
  }

  @Test
  void shouldForgetTheRunsBeforeTheBaseline() {
    RegressionLimits limits =
        EarlierRuns.of(SampleRun.REGRESSION, OWN, runs(9), Optional.of(run(5, 300, 40)))
            .limits(GROUPS);

    assertThat(limits.basis()).isEqualTo("the baseline of 2026-11-06 08:00");
  }

  @Test
  void shouldNotCompareWithRunsThatFailedOrAreOfAnotherKind() {
    List<HistoryEntry> runs = runs(4);
    runs.add(run(5, 900, 5, Verdict.FAIL));
    runs.add(run(6, 900, 5, Verdict.INVALID));
    runs.add(new SampleRun("simulations.HealthSimulation", "heavy", START, Verdict.PASS).with());

    assertThat(limits(runs).basis()).isEqualTo("no baseline: 4 of 5 comparable runs");
  }

  @Test
  void shouldCompareWithTheNewestRunsOnly() {
    List<HistoryEntry> runs = runs(60);

    assertThat(limits(runs).basis()).isEqualTo("50 comparable runs since 2026-11-11 08:00");
  }

  @Test
  void shouldCompareAFigureWithTheRunsThatHaveIt() {
    List<HistoryEntry> runs = runs(7);
    runs.set(0, withoutUserTypes(runs.get(0)));
    assertThat(limit(limits(runs), "p95")).isEqualTo(220);

    runs.set(1, withoutUserTypes(runs.get(1)));
    runs.set(2, withoutUserTypes(runs.get(2)));
    assertThat(limits(runs).limits())
        .noneMatch(gate -> gate.measure().name().equals("p95 regression"));
  }

  private static HistoryEntry withoutUserTypes(HistoryEntry run) {
    return new HistoryEntry(
        1,
        run.time(),
        run.simulation(),
        run.profile(),
        run.target(),
        run.settings(),
        run.commit(),
        run.machine(),
        run.verdict(),
        run.gates(),
        run.requests(),
        Map.of(),
        run.folder(),
        OptionalInt.empty());
  }

  @Test
  void shouldLeaveOutFiguresThatARunDoesNotHave() {
    RegressionLimits limits =
        EarlierRuns.of(SampleRun.REGRESSION, OWN, runs(5), Optional.empty())
            .limits(Map.of("auth-flow", "Auth Flow"));

    assertThat(limits.limits()).isEmpty();
    assertThat(limits.basis())
        .isEqualTo(
            "nothing to compare: fewer than 20 requests in 5 comparable runs since 2026-11-01"
                + " 08:00");
  }
}
