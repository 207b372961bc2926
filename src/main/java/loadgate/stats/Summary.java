package loadgate.stats;

import static java.util.Objects.requireNonNull;

/**
 * The same requests or group executions three times: all of them, those that were OK and those that
 * were KO.
 */
public record Summary(Statistics all, Statistics ok, Statistics ko) {

  public Summary {
    requireNonNull(all, "all");
    requireNonNull(ok, "ok");
    requireNonNull(ko, "ko");
  }

  public long count() {
    return all.count();
  }

  /** The OK share in percent, which is what a rate metric measures; 0 without any sample. */
  public double okPercent() {
    return Share.percent(ok.count(), count());
  }

  /** The KO share in percent; 0 without any sample. */
  public double koPercent() {
    return Share.percent(ko.count(), count());
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
