package loadgate.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where a series changed its level.
 *
 * @param index of the first value at the new level
 * @param before the mean of the values since the change point before, or the first value
 * @param after the mean of the values up to the next change point, or the last value
 * @param pValue of Student's t-test, two-sided and with a common variance, of these values against
 *     those. It is no probability of a false mark: the test is of the best of many splits.
 */
public record ChangePoint(int index, double before, double after, double pValue) {

  /** Of the values from one index up to, and without, another one; more than two of them. */
  static ChangePoint between(double[] values, int from, int index, int to) {
    double before = mean(values, from, index);
    double after = mean(values, index, to);
    int freedom = to - from - 2;
    double variance =
        (squares(values, from, index, before) + squares(values, index, to, after)) / freedom;
    double error = Math.sqrt(variance * (1.0 / (index - from) + 1.0 / (to - index)));
    double pValue =
        before == after
            ? 1
            : 2 * TDistribution.of(freedom).survivalProbability(Math.abs(after - before) / error);
    return new ChangePoint(index, before, after, pValue);
  }

  /** The difference as a share of the level before, infinite when that was 0. */
  public double relativeChange() {
    return (after - before) / Math.abs(before);
  }

  /** The difference as a share of the lower level, so that up and down weigh the same. */
  double magnitude() {
    return Math.abs(after - before) / Math.min(Math.abs(before), Math.abs(after));
  }

  private static double mean(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).average().orElseThrow();
  }

  private static double squares(double[] values, int from, int to, double mean) {
    return Arrays.stream(values, from, to).map(value -> (value - mean) * (value - mean)).sum();
  }
}
