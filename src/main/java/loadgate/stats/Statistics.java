package loadgate.stats;

import static java.util.Objects.requireNonNull;

/**
 * The figures of one set of requests or group executions. Times are milliseconds; for a metric they
 * are its values, in its unit. Without any sample all of them are 0.
 *
 * @param distribution all response times
 * @param perSecond how many of them per second of the whole run
 */
public record Statistics(Distribution distribution, double perSecond) {

  public Statistics {
    requireNonNull(distribution, "distribution");
  }

  public long count() {
    return distribution.count();
  }

  public long minMillis() {
    return distribution.min();
  }

  public long maxMillis() {
    return distribution.max();
  }

  public double meanMillis() {
    return distribution.mean();
  }

  /** See {@link Distribution#standardDeviation()}. */
  public double standardDeviationMillis() {
    return distribution.standardDeviation();
  }

  /** See {@link Distribution#percentile(double)}. */
  public long percentileMillis(double percent) {
    return distribution.percentile(percent);
  }
}
