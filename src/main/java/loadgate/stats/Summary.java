package loadgate.stats;

import static java.util.Objects.requireNonNull;

import loadgate.model.Samples;

/**
 * The statistics of the same samples three times: of all of them, of those that were OK and of
 * those that were KO. As {@link Samples}, it is all of them.
 */
public record Summary(Statistics all, Statistics ok, Statistics ko) implements Samples {

  public Summary {
    requireNonNull(all, "all");
    requireNonNull(ok, "ok");
    requireNonNull(ko, "ko");
  }

  @Override
  public long count() {
    return all.count();
  }

  @Override
  public long failures() {
    return ko.count();
  }

  @Override
  public double okPercent() {
    return Share.percent(ok.count(), count());
  }

  @Override
  public double koPercent() {
    return Share.percent(ko.count(), count());
  }

  @Override
  public long percentile(double rank) {
    return all.percentile(rank);
  }

  @Override
  public long min() {
    return all.min();
  }

  @Override
  public long max() {
    return all.max();
  }

  @Override
  public double mean() {
    return all.mean();
  }

  @Override
  public double standardDeviation() {
    return all.standardDeviation();
  }

  @Override
  public double seconds() {
    return all.seconds();
  }

  /**
   * Sorts the samples into Gatling's four response-time ranges.
   *
   * @throws IllegalArgumentException if the lower bound is above the upper
   */
  public ResponseTimeRanges ranges(int lowerBoundMillis, int upperBoundMillis) {
    long below = ok.distribution().countBelow(lowerBoundMillis);
    long belowUpper = ok.distribution().countBelow(upperBoundMillis);
    return new ResponseTimeRanges(
        lowerBoundMillis,
        upperBoundMillis,
        below,
        belowUpper - below,
        ok.count() - belowUpper,
        ko.count());
  }
}
