package loadgate.model;

/**
 * Samples with their statistics: of requests, whose values are response times in milliseconds, or
 * of a metric, whose values are in the metric's unit. Every statistic of no samples is 0.
 */
public interface Samples {

  long count();

  /** How many of them are KO: failed requests, misses of a rate, occurrences of what is counted. */
  long failures();

  /** The OK share in percent. */
  double okPercent();

  /** The KO share in percent. */
  double koPercent();

  /**
   * The nearest-rank percentile.
   *
   * @param rank from 0 (the minimum) to 100 (the maximum)
   */
  long percentile(double rank);

  long min();

  long max();

  double mean();

  /** The standard deviation of a whole population. */
  double standardDeviation();

  /** How long they were collected, in seconds. */
  double seconds();

  /** How many there were per second; 0 when there was no time. */
  default double perSecond() {
    return seconds() > 0 ? count() / seconds() : 0;
  }

  /** How many of them were OK per second; 0 when there was no time. */
  default double successesPerSecond() {
    return seconds() > 0 ? (count() - failures()) / seconds() : 0;
  }
}
