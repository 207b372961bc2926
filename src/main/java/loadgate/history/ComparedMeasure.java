package loadgate.history;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import loadgate.model.Measure;
import loadgate.model.Samples;
import loadgate.model.Unit;

/** What runs are compared by. Failed requests count in all of it. */
public enum ComparedMeasure {
  P50(50),
  P95(95),
  P99(99),
  MEAN("mean", Unit.MILLISECONDS, Samples::mean, "slower", "faster", samples -> 0),
  FAILURE_RATE(
      Measure.FAILURE_RATE,
      Unit.PERCENT,
      Samples::koPercent,
      "more failures",
      "fewer failures",
      samples -> 0),

  /** As exact as if the load were known to the second and the requests to one. */
  THROUGHPUT(
      "throughput",
      Unit.PER_SECOND,
      Samples::perSecond,
      "more requests",
      "fewer requests",
      samples -> Math.max(1, samples.perSecond()) / samples.seconds());

  /** How many samples lie above a percentile; with fewer its variance cannot be estimated. */
  private static final int SAMPLES_ABOVE = 10;

  private final String title;
  private final Unit unit;
  private final ToDoubleFunction<Samples> computation;
  private final String higher;
  private final String lower;
  private final int minSamples;
  private final ToDoubleFunction<Samples> resolution;

  ComparedMeasure(int rank) {
    this(
        "p" + rank,
        Unit.MILLISECONDS,
        samples -> samples.percentile(rank),
        "slower",
        "faster",
        SAMPLES_ABOVE * 100 / (100 - rank),
        samples -> 1);
  }

  ComparedMeasure(
      String title,
      Unit unit,
      ToDoubleFunction<Samples> computation,
      String higher,
      String lower,
      ToDoubleFunction<Samples> resolution) {
    this(title, unit, computation, higher, lower, Measure.MIN_SAMPLES, resolution);
  }

  ComparedMeasure(
      String title,
      Unit unit,
      ToDoubleFunction<Samples> computation,
      String higher,
      String lower,
      int minSamples,
      ToDoubleFunction<Samples> resolution) {
    this.title = title;
    this.unit = unit;
    this.computation = computation;
    this.higher = higher;
    this.lower = lower;
    this.minSamples = minSamples;
    this.resolution = resolution;
  }

  /** The computations of all, in their order. */
  static List<ToDoubleFunction<Samples>> computations() {
    return Arrays.stream(values()).map(measure -> measure.computation).toList();
  }

  /** As it stands in the settings of gates. */
  String title() {
    return title;
  }

  Unit unit() {
    return unit;
  }

  double of(Samples samples) {
    return computation.applyAsDouble(samples);
  }

  /** What a run is whose figure is higher: {@code slower}. */
  String higher() {
    return higher;
  }

  /** What a run is whose figure is lower: {@code faster}. */
  String lower() {
    return lower;
  }

  /** How many samples each run needs. */
  int minSamples() {
    return minSamples;
  }

  /** The step in which the figure can be measured, in the unit; 0 when it is fine enough. */
  double resolution(Samples samples) {
    return resolution.applyAsDouble(samples);
  }
}
