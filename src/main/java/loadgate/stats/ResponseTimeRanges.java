package loadgate.stats;

/**
 * How many samples fell into each of the four ranges of Gatling's report. The failed ones are a
 * range of their own, however fast they were. For a group Gatling's report sorts by wall-clock
 * duration; here it is the cumulated response time, like all other figures of a group.
 *
 * @param below OK and faster than the lower bound
 * @param between OK, from the lower bound on and faster than the upper
 * @param above OK and from the upper bound on
 * @param failed KO
 */
public record ResponseTimeRanges(
    int lowerBoundMillis, int upperBoundMillis, long below, long between, long above, long failed) {

  /** The lower bound of Gatling's default configuration. */
  public static final int DEFAULT_LOWER_BOUND_MILLIS = 800;

  /** The upper bound of Gatling's default configuration. */
  public static final int DEFAULT_UPPER_BOUND_MILLIS = 1200;

  public ResponseTimeRanges {
    if (lowerBoundMillis > upperBoundMillis) {
      throw new IllegalArgumentException(
          "lower bound %s ms is above upper bound %s ms"
              .formatted(lowerBoundMillis, upperBoundMillis));
    }
  }

  /** The share of {@link #below} in percent, as of all samples; 0 without any. */
  public double belowPercent() {
    return percent(below);
  }

  /** The share of {@link #between} in percent, as of all samples; 0 without any. */
  public double betweenPercent() {
    return percent(between);
  }

  /** The share of {@link #above} in percent, as of all samples; 0 without any. */
  public double abovePercent() {
    return percent(above);
  }

  /** The share of {@link #failed} in percent, as of all samples; 0 without any. */
  public double failedPercent() {
    return percent(failed);
  }

  private double percent(long part) {
    return Share.percent(part, below + between + above + failed);
  }
}
