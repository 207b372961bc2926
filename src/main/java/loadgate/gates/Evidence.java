package loadgate.gates;

import loadgate.model.Limit;
import loadgate.stats.ConfidenceInterval;
import loadgate.stats.Summary;

/** How far the samples of a gate carry its verdict. */
public enum Evidence {
  /** The measured value is judged. */
  ENOUGH(""),
  /** One of several requests, too rare for its value: the low end of its interval is judged. */
  AT_LEAST(" (at least)"),
  /** Nothing that would speak for the target. */
  TOO_FEW(" (too few)");

  private final String remark;

  Evidence(String remark) {
    this.remark = remark;
  }

  /** Behind the value, for people. */
  String remark() {
    return remark;
  }

  static Evidence of(Gate gate, Summary samples) {
    return samples.count() >= gate.settings().minSamples() || isClear(gate, samples)
        ? ENOUGH
        : TOO_FEW;
  }

  /**
   * Whether fewer samples of a percentile leave no doubt: its whole interval is within the limit,
   * or, where they have no upper bound, the largest of them is within the limit's share that is as
   * large as that of the samples. If the response times are such that waiting longer makes an
   * answer no less likely, a percentile beyond its limit passes so less often than with all
   * samples.
   *
   * @see <a href="https://doi.org/10.1137/1.9781611971194">Barlow and Proschan, Mathematical Theory
   *     of Reliability, on distributions with an increasing failure rate average</a>
   */
  private static boolean isClear(Gate gate, Summary samples) {
    if (samples.count() < gate.leastSamples()) {
      return false;
    }
    double share = (double) samples.count() / gate.settings().minSamples();
    return gate.settings()
        .fail()
        .or(gate.settings()::warn)
        .flatMap(
            limit ->
                ConfidenceInterval.of(gate.measure(), samples)
                    .map(interval -> isWithin(limit, interval, share)))
        .orElse(false);
  }

  private static boolean isWithin(Limit limit, ConfidenceInterval interval, double share) {
    return interval.bounded()
        ? limit.passes(interval.high())
        : limit.withValue(share * limit.value()).passes(interval.high());
  }
}
