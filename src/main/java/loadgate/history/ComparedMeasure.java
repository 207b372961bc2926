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
  MEAN("mean", "slower", "faster", Measure.MIN_SAMPLES, samples -> 0),
  FAILURE_RATE(
      Measure.FAILURE_RATE, "more failures", "fewer failures", Measure.MIN_SAMPLES, samples -> 0),

  /** As exact as if the load were known to the second and the requests to one. */
  THROUGHPUT(
      "throughput",
      "more requests",
      "fewer requests",
      Measure.MIN_SAMPLES,
      samples -> Math.max(1, samples.perSecond()) / samples.seconds());

  /** How many samples lie above a percentile; with fewer its variance cannot be estimated. */
  private static final int SAMPLES_ABOVE = 10;

  private final Measure measure;
  private final String higher;
  private final String lower;
  private final int minSamples;
  private final ToDoubleFunction<Samples> resolution;

  ComparedMeasure(int rank) {
    this("p" + rank, "slower", "faster", SAMPLES_ABOVE * 100 / (100 - rank), samples -> 1);
  }

  ComparedMeasure(
      String name,
      String higher,
      String lower,
      int minSamples,
      ToDoubleFunction<Samples> resolution) {
    this.measure = Measure.of(name);
    this.higher = higher;
    this.lower = lower;
    this.minSamples = minSamples;
    this.resolution = resolution;
  }

  /** The computations of all, in their order. */
  static List<ToDoubleFunction<Samples>> computations() {
    return Arrays.stream(values()).<ToDoubleFunction<Samples>>map(each -> each::of).toList();
  }

  /** As it stands in the settings of gates. */
  String title() {
    return measure.name();
  }

  Unit unit() {
    return measure.unit();
  }

  double of(Samples samples) {
    return measure.of(samples);
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
