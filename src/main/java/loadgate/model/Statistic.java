package loadgate.model;

import static loadgate.model.Direction.ABOVE;
import static loadgate.model.Direction.BELOW;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Assertion.WithPath;
import io.gatling.javaapi.core.Assertion.WithPathAndTimeMetric;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What can be measured of samples, be it requests or a metric: name, unit, direction, computation
 * and Gatling's assertion. A new one is one more entry in {@link #OF_REQUESTS} (for requests), in
 * {@link #OF_VALUES} (for the values of metrics), or in both.
 */
public final class Statistic {

  // From p0.1 to p99.9: the ends are the smallest and the largest value.
  private static final Pattern PERCENTILE = Pattern.compile("p(?!0+(\\.0+)?$)\\d{1,2}(\\.\\d+)?");
  private static final String A_PERCENTILE = "p95";

  /** Response times have milliseconds, the values of a metric its unit. */
  private static final Optional<Unit> OWN_UNIT = Optional.empty();

  /** Rounded to a whole number, as Gatling does before it compares a mean. */
  private static final Statistic MEAN =
      new Statistic(
          "mean",
          OWN_UNIT,
          BELOW,
          samples -> Math.round(samples.mean()),
          AssertionTarget.time(WithPathAndTimeMetric::mean));

  private static final Statistic MAX =
      new Statistic(
          "max", OWN_UNIT, BELOW, Samples::max, AssertionTarget.time(WithPathAndTimeMetric::max));

  private static final Statistic MIN =
      new Statistic(
          "min", OWN_UNIT, ABOVE, Samples::min, AssertionTarget.time(WithPathAndTimeMetric::min));

  static final Statistic FAILURE_RATE =
      new Statistic(
          "failure-rate",
          Optional.of(Unit.PERCENT),
          BELOW,
          Samples::koPercent,
          AssertionTarget.fraction(path -> path.failedRequests().percent()));

  private static final Statistic THROUGHPUT =
      new Statistic(
          "throughput",
          Optional.of(Unit.PER_SECOND),
          ABOVE,
          Samples::perSecond,
          AssertionTarget.fraction(WithPath::requestsPerSec));

  /**
   * The geometric mean of the 50th, 95th and 99th percentile, in milliseconds; a percentile of 0 ms
   * counts as half a millisecond. It scatters less from run to run than each of them.
   */
  static final Statistic TYPICAL_TIME =
      new Statistic(
          Measure.TYPICAL_TIME,
          Optional.of(Unit.MILLISECONDS),
          BELOW,
          samples ->
              typicalTime(samples.percentile(50), samples.percentile(95), samples.percentile(99)),
          AssertionTarget.none());

  /** Of requests, beside percentiles. */
  static final List<Statistic> OF_REQUESTS = List.of(MEAN, MAX, FAILURE_RATE, THROUGHPUT);

  /** Of the values of a metric, beside percentiles. */
  static final List<Statistic> OF_VALUES = List.of(MEAN, MAX, MIN);

  /** The share of hits of a metric. */
  static final Statistic HIT_RATE =
      new Statistic(
          "hit-rate",
          Optional.of(Unit.PERCENT),
          ABOVE,
          Samples::okPercent,
          AssertionTarget.fraction(path -> path.successfulRequests().percent()));

  /** How often something occurred that a metric counts. */
  static final Statistic OCCURRENCES =
      new Statistic(
          "occurrences",
          Optional.of(Unit.COUNT),
          BELOW,
          Samples::failures,
          AssertionTarget.count(path -> path.failedRequests().count()));

  private final String name;
  private final Optional<Unit> unit;
  private final Direction direction;
  private final ToDoubleFunction<Samples> computation;
  private final AssertionTarget<?> target;
  private final OptionalDouble rank;

  private Statistic(
      String name,
      Optional<Unit> unit,
      Direction direction,
      ToDoubleFunction<Samples> computation,
      AssertionTarget<?> target) {
    this(name, unit, direction, computation, target, OptionalDouble.empty());
  }

  private Statistic(
      String name,
      Optional<Unit> unit,
      Direction direction,
      ToDoubleFunction<Samples> computation,
      AssertionTarget<?> target,
      OptionalDouble rank) {
    this.name = name;
    this.unit = unit;
    this.direction = direction;
    this.computation = computation;
    this.target = target;
    this.rank = rank;
  }

  /** The typical time of requests with these percentiles, all in milliseconds. */
  static double typicalTime(double p50, double p95, double p99) {
    return Math.cbrt(Math.max(0.5, p50) * Math.max(0.5, p95) * Math.max(0.5, p99));
  }

  /** A statistic of requests by its name in the settings. */
  static Optional<Statistic> ofRequests(String name) {
    return named(name, OF_REQUESTS);
  }

  /** A statistic of values by its name in the settings. */
  static Optional<Statistic> ofValues(String name) {
    return named(name, OF_VALUES);
  }

  /** The statistic that is the one sample itself, however many look at it. */
  static Statistic ofOneSample(Direction direction) {
    return direction == BELOW ? MAX : MIN;
  }

  private static Optional<Statistic> named(String name, List<Statistic> statistics) {
    return PERCENTILE.matcher(name).matches()
        ? Optional.of(percentile(name))
        : statistics.stream().filter(statistic -> statistic.name.equals(name)).findFirst();
  }

  /**
   * Gatling estimates percentiles, so the exact one is recorded as a single sample and asserted.
   */
  private static Statistic percentile(String name) {
    double rank = Double.parseDouble(name.substring(1));
    return new Statistic(
        name,
        OWN_UNIT,
        BELOW,
        samples -> samples.percentile(rank),
        AssertionTarget.time(WithPathAndTimeMetric::max),
        OptionalDouble.of(rank));
  }

  /** The names of these and a percentile, with commas between them. */
  static String examples(List<Statistic> statistics) {
    return Stream.concat(
            Stream.of(A_PERCENTILE), statistics.stream().map(statistic -> statistic.name))
        .collect(Collectors.joining(", "));
  }

  String name() {
    return name;
  }

  /** Its unit; empty for that of the samples' values. */
  Optional<Unit> unit() {
    return unit;
  }

  Direction direction() {
    return direction;
  }

  /** Whether limits on it are whole numbers, because Gatling knows no others. */
  boolean isWhole() {
    return target.whole();
  }

  /** The rank of a percentile, in percent; empty for any other statistic. */
  OptionalDouble rank() {
    return rank;
  }

  /** Whether a single sample may be all there is: a maximum, a minimum or a count. */
  boolean isOfOneSample() {
    return this == MAX || this == MIN || this == OCCURRENCES || this == THROUGHPUT;
  }

  double of(Samples samples) {
    return computation.applyAsDouble(samples);
  }

  Assertion assertion(WithPath path, Limit limit) {
    return target.assertion(path, limit);
  }

  /** Two statistics of the same name are the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Statistic that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
