package loadgate.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The Theil–Sen estimator of a trend: the median of the slopes through all pairs of points, which a
 * few outliers do not move.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">P. K. Sen: Estimates of the
 *     Regression Coefficient Based on Kendall's Tau</a>
 */
public final class TheilSen {

  /** More points are taken together, because the pairs grow with their square. */
  static final int MOST_POINTS = 500;

  private TheilSen() {}

  /**
   * By how much y grows with x.
   *
   * @param x rising
   * @return 0 for less than two points
   */
  public static double slope(double[] x, double[] y) {
    double[] xs = thinned(x);
    double[] ys = thinned(y);
    return median(
        IntStream.range(0, xs.length)
            .boxed()
            .flatMapToDouble(
                i ->
                    IntStream.range(i + 1, xs.length)
                        .filter(j -> xs[j] > xs[i])
                        .mapToDouble(j -> (ys[j] - ys[i]) / (xs[j] - xs[i])))
            .toArray());
  }

  /** The medians of as many blocks of the same length. */
  private static double[] thinned(double[] values) {
    int block = (values.length + MOST_POINTS - 1) / MOST_POINTS;
    return block <= 1
        ? values
        : IntStream.range(0, (values.length + block - 1) / block)
            .mapToDouble(
                i ->
                    median(
                        Arrays.copyOfRange(
                            values, i * block, Math.min(values.length, (i + 1) * block))))
            .toArray();
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
