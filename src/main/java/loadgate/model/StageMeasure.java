package loadgate.model;

import static loadgate.model.Direction.ABOVE;
import static loadgate.model.Direction.BELOW;
import static loadgate.model.Unit.MILLISECONDS;
import static loadgate.model.Unit.PERCENT;
import static loadgate.model.Unit.PER_SECOND;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures on how a run went from stage to stage, or on its course as a whole. A new one is one
 * more constant. They are computed from the finished run log and recorded as one whole sample under
 * their title; a measure is empty when the run has too few stages for it or they are too short.
 */
public enum StageMeasure {
  /** Successful requests per second from the end of the last rise to the end of the profile. */
  STEADY_THROUGHPUT(
      "steady-throughput",
      "Steady throughput (1/s)",
      PER_SECOND,
      ABOVE,
      run -> throughput(run.steady())),

  /** Successful requests per second of the last stage with load, once it has settled. */
  FINAL_THROUGHPUT(
      "final-throughput",
      "Final throughput (1/s)",
      PER_SECOND,
      ABOVE,
      run ->
          run.withLoad().stream()
              .reduce((earlier, later) -> later)
              .map(last -> throughput(last.samples()))
              .orElse(OptionalDouble.empty())),

  /**
   * The lowest of (throughput of stage k / load of stage k) / (throughput of stage 1 / load of
   * stage 1) over the later stages, in percent. It needs two stages with load.
   */
  SCALING_EFFICIENCY(
      "scaling-efficiency", "Scaling efficiency (%)", PERCENT, ABOVE, StageMeasure::scaling),

  /**
   * The failed share of the second half of the profile as a percentage of that of the first half: 0
   * when at most 0.1 % of the second half failed, 1,000,000 when only the second half did.
   */
  FAILURE_DRIFT("failure-drift", "Failure drift (%)", PERCENT, BELOW, StageMeasure::failureDrift),

  /**
   * The 95th percentile of the last quarter as a percentage of that of the first quarter, where
   * both are taken for at least 10 ms: below that the noise of a machine is larger than any drift.
   * The quarters are those of the time from the end of the last rise of the load to the end of the
   * profile; with the rise, when there are fewer users, the first quarter would look better than it
   * is.
   */
  P95_DRIFT("p95-drift", "P95 drift (%)", PERCENT, BELOW, StageMeasure::p95Drift),

  /** The 95th percentile of the last stage as a percentage of the first stage's. */
  FINAL_P95_GROWTH(
      "final-p95-growth",
      "Final p95 against first (%)",
      PERCENT,
      BELOW,
      StageMeasure::finalP95Growth),

  /**
   * The longest time in which requests were under way and none was answered. In the closed model a
   * backend that stands still delays one request per user, which no percentile shows.
   */
  LONGEST_STALL(
      "longest-stall",
      "Longest stall (ms)",
      MILLISECONDS,
      BELOW,
      StagedSamples::longestStallMillis);

  /** A failed share that is too small to speak of a drift, in percent. */
  private static final double NO_DRIFT = 0.1;

  private static final double MOST_DRIFT = 1_000_000;

  /** A 95th percentile that is too low to speak of a drift, in milliseconds. */
  private static final double LEAST_P95 = 10;

  private final String settingsName;
  private final String title;
  private final Unit unit;
  private final Direction direction;
  private final Function<StagedSamples, OptionalDouble> formula;

  StageMeasure(
      String settingsName,
      String title,
      Unit unit,
      Direction direction,
      Function<StagedSamples, OptionalDouble> formula) {
    this.settingsName = settingsName;
    this.title = title;
    this.unit = unit;
    this.direction = direction;
    this.formula = formula;
  }

  /** The name in the report, where it is recorded. */
  public String title() {
    return title;
  }

  /** The value in its unit; empty when it cannot be told. */
  public OptionalDouble of(StagedSamples run) {
    return formula.apply(run);
  }

  /** As a measure that gates may limit. */
  public Measure measure() {
    return new Measure(settingsName, Optional.empty(), unit, Statistic.ofOneSample(direction));
  }

  /** All of them as measures. */
  static List<Measure> measures() {
    return Arrays.stream(values()).map(StageMeasure::measure).toList();
  }

  /** All names in the settings, for messages. */
  public static String names() {
    return Arrays.stream(values())
        .map(measure -> measure.settingsName)
        .collect(Collectors.joining(", "));
  }

  static Optional<StageMeasure> named(String name) {
    return Arrays.stream(values()).filter(measure -> measure.settingsName.equals(name)).findFirst();
  }

  private static OptionalDouble throughput(Samples samples) {
    return samples.seconds() > 0
        ? OptionalDouble.of(samples.successesPerSecond())
        : OptionalDouble.empty();
  }

  private static OptionalDouble scaling(StagedSamples run) {
    List<StageSamples> loaded = run.withLoad();
    double first = loaded.isEmpty() ? 0 : loaded.get(0).throughputPerLoad();
    return first > 0
        ? loaded.stream()
            .skip(1)
            .mapToDouble(stage -> 100 * stage.throughputPerLoad() / first)
            .min()
        : OptionalDouble.empty();
  }

  private static OptionalDouble failureDrift(StagedSamples run) {
    if (run.firstHalf().count() == 0 || run.secondHalf().count() == 0) {
      return OptionalDouble.empty();
    }
    double later = run.secondHalf().koPercent();
    return OptionalDouble.of(
        later <= NO_DRIFT ? 0 : Math.min(MOST_DRIFT, 100 * later / run.firstHalf().koPercent()));
  }

  private static OptionalDouble p95Drift(StagedSamples run) {
    return p95Growth(run.firstQuarter(), run.lastQuarter(), LEAST_P95);
  }

  private static OptionalDouble finalP95Growth(StagedSamples run) {
    // Below a millisecond there is nothing to grow from.
    return run.stages().size() < 2
        ? OptionalDouble.empty()
        : p95Growth(run.first().samples(), run.last().samples(), 1);
  }

  private static OptionalDouble p95Growth(Samples first, Samples last, double leastMillis) {
    if (first.count() == 0 || last.count() == 0) {
      return OptionalDouble.empty();
    }
    double from = Math.max(leastMillis, first.percentile(95));
    return OptionalDouble.of(100 * Math.max(leastMillis, last.percentile(95)) / from);
  }
}
