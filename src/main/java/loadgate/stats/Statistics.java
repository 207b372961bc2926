package loadgate.stats;

import static java.util.Objects.requireNonNull;

/**
 * The statistics of some samples. The values of requests and groups are response times in
 * milliseconds, those of a metric are in its unit. Without any sample all statistics are 0.
 *
 * @param distribution of the values
 * @param seconds how long the samples were collected
 */
public record Statistics(Distribution distribution, double seconds) {

  public Statistics {
    requireNonNull(distribution, "distribution");
  }

  public long count() {
    return distribution.count();
  }

  /** How many there were per second; 0 when there was no time. */
  public double perSecond() {
    return seconds > 0 ? count() / seconds : 0;
  }

  public long min() {
    return distribution.min();
  }

  public long max() {
    return distribution.max();
  }

  public double mean() {
    return distribution.mean();
  }

  /** See {@link Distribution#standardDeviation()}. */
  public double standardDeviation() {
    return distribution.standardDeviation();
  }

  /** See {@link Distribution#percentile(double)}. */
  public long percentile(double rank) {
    return distribution.percentile(rank);
  }
}
