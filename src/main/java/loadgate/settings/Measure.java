package loadgate.settings;

import java.util.regex.Pattern;

/**
 * What a gate's limits are set on.
 *
 * @param name as it stands in the settings: {@code p95}, {@code failure-rate}, {@code
 *     cache-hit-rate}
 */
public record Measure(String name, Kind kind) {

  private static final Pattern PERCENTILE = Pattern.compile("p\\d{1,2}(\\.\\d+)?");

  /** The kinds of measures, each with its unit and the side on which its limit lies. */
  public enum Kind {
    PERCENTILE(Unit.MILLISECONDS, true),
    MEAN(Unit.MILLISECONDS, true),
    MAX(Unit.MILLISECONDS, true),
    FAILURE_RATE(Unit.PERCENT, true),
    THROUGHPUT(Unit.PER_SECOND, false),
    /** The share of hits of a metric that a user type records. */
    METRIC_RATE(Unit.PERCENT, false),
    /** The number of occurrences that a user type records. */
    METRIC_COUNT(Unit.COUNT, true);

    private final Unit unit;
    private final boolean upper;

    Kind(Unit unit, boolean upper) {
      this.unit = unit;
      this.upper = upper;
    }

    public Unit unit() {
      return unit;
    }

    /** Whether a value must stay below its limit; otherwise it must lie above. */
    public boolean upper() {
      return upper;
    }
  }

  /** Any other name than Gatling's own measures is taken for a metric of the user type. */
  public static Measure of(String name) {
    if (PERCENTILE.matcher(name).matches()) {
      return new Measure(name, Kind.PERCENTILE);
    }
    return new Measure(
        name,
        switch (name) {
          case "mean" -> Kind.MEAN;
          case "max" -> Kind.MAX;
          case "failure-rate" -> Kind.FAILURE_RATE;
          case "throughput" -> Kind.THROUGHPUT;
          default -> name.endsWith("-rate") ? Kind.METRIC_RATE : Kind.METRIC_COUNT;
        });
  }

  public boolean ofMetric() {
    return kind == Kind.METRIC_RATE || kind == Kind.METRIC_COUNT;
  }

  /** The percentile's rank from 0 to 100, of a measure of that kind. */
  public double rank() {
    return Double.parseDouble(name.substring(1));
  }
}
