package loadgate.model;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a gate's limits are set on.
 *
 * @param name as people read it: {@code p95}, {@code failure-rate}, {@code cache-hit-rate}, {@code
 *     memory max}
 * @param metric of the user type that is measured; empty for what is measured of requests
 * @param unit of limits and of what is measured
 * @param upper whether a value must stay below its limit; otherwise it must lie above
 */
public record Measure(String name, Kind kind, Optional<String> metric, Unit unit, boolean upper) {

  private static final Pattern PERCENTILE = Pattern.compile("p\\d{1,2}(\\.\\d+)?");

  /** What is computed, from requests or from the samples of a metric. */
  public enum Kind {
    PERCENTILE,
    MEAN,
    MAX,
    MIN,
    FAILURE_RATE,
    THROUGHPUT,
    /** The share of hits of a metric that a user type records. */
    METRIC_RATE,
    /** The number of occurrences that a user type records. */
    METRIC_COUNT,
    /** One of {@link StageMeasure}. */
    COURSE
  }

  /** A measure of requests, or else a rate or a count that a user type records under that name. */
  public static Measure of(String name) {
    if (PERCENTILE.matcher(name).matches()) {
      return new Measure(name, Kind.PERCENTILE, Optional.empty(), Unit.MILLISECONDS, true);
    }
    return switch (name) {
      case "mean" -> new Measure(name, Kind.MEAN, Optional.empty(), Unit.MILLISECONDS, true);
      case "max" -> new Measure(name, Kind.MAX, Optional.empty(), Unit.MILLISECONDS, true);
      case "failure-rate" ->
          new Measure(name, Kind.FAILURE_RATE, Optional.empty(), Unit.PERCENT, true);
      case "throughput" ->
          new Measure(name, Kind.THROUGHPUT, Optional.empty(), Unit.PER_SECOND, false);
      default ->
          StageMeasure.named(name).map(StageMeasure::measure).orElseGet(() -> ofMetric(name));
    };
  }

  private static Measure ofMetric(String name) {
    return name.endsWith("-rate")
        ? new Measure(name, Kind.METRIC_RATE, Optional.of(name), Unit.PERCENT, false)
        : new Measure(name, Kind.METRIC_COUNT, Optional.of(name), Unit.COUNT, true);
  }

  /**
   * A statistic of the values that a user type records: its smallest must lie above a limit, all
   * others must stay below.
   *
   * @param statistic a percentile such as p95, mean, max or min
   */
  public static Measure ofValues(String metric, String statistic, Unit unit) {
    Kind kind =
        switch (statistic) {
          case "mean" -> Kind.MEAN;
          case "max" -> Kind.MAX;
          case "min" -> Kind.MIN;
          default -> Kind.PERCENTILE;
        };
    return new Measure(metric + " " + statistic, kind, Optional.of(metric), unit, kind != Kind.MIN);
  }

  /** The measure of that name and unit. */
  public static Measure named(String name, Unit unit) {
    int space = name.lastIndexOf(' ');
    return space > 0 && isStatistic(name.substring(space + 1))
        ? ofValues(name.substring(0, space), name.substring(space + 1), unit)
        : of(name);
  }

  public static boolean isStatistic(String name) {
    return PERCENTILE.matcher(name).matches()
        || name.equals("mean")
        || name.equals("max")
        || name.equals("min");
  }

  /** Whether it is a statistic of values that a user type records. */
  public boolean ofValues() {
    return metric.isPresent() && kind != Kind.METRIC_RATE && kind != Kind.METRIC_COUNT;
  }

  /** Which figure on the course of the run it is; empty for all other kinds. */
  public Optional<StageMeasure> course() {
    return StageMeasure.named(name);
  }

  /** The percentile's rank from 0 to 100, of a measure of that kind. */
  public double rank() {
    return Double.parseDouble(name.substring(name.lastIndexOf('p') + 1));
  }
}
