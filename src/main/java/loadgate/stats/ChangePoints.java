package loadgate.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds where a series changed its level: E-divisive as Apache Otava (formerly Hunter) improved it.
 *
 * <p>Windows that overlap by half are split where both sides differ most, as long as Student's
 * t-test calls the sides different at a weak threshold. Of the points found, the least significant
 * one is removed until all are significant and large enough. Nothing is random: the same values
 * have the same change points.
 *
 * <p>Otava differs in five things. It lets one value be a level. It tests a split against all that
 * follows in its window, and so misses a level that was left again. It stops in a window at the
 * first split that is not significant, rather than in that part of it. It divides the variance of
 * each side by the number of values rather than the degrees of freedom, which makes p-values too
 * small. When it removes a point it tests those behind it anew, but not the one before.
 *
 * @see <a href="https://arxiv.org/abs/2301.03034">Fleming et al.: Hunter: Using Change Point
 *     Detection to Hunt for Performance Regressions</a>
 * @see <a href="https://arxiv.org/abs/1306.4933">Matteson and James: A Nonparametric Approach for
 *     Multiple Change Point Analysis of Multivariate Data</a>
 */
public final class ChangePoints {

  /** A level has at least as many values, so that one outlier is none. */
  public static final int SHORTEST_LEVEL = 3;

  /**
   * A change point needs a p-value below this one. Otava's 1e-3 is for one series; a page has
   * dozens of them, and each is tested at many places.
   */
  public static final double MAX_P_VALUE = 1e-5;

  /** A change point needs a difference of more than this share of the lower level. */
  public static final double MIN_MAGNITUDE = 0.01;

  private static final double WEAK_P_VALUE = 10 * MAX_P_VALUE;
  private static final int WINDOW = 50;

  private final double[] values;

  private ChangePoints(double[] values) {
    this.values = values;
  }

  /**
   * @param values finite, in the order of time
   * @return in the same order; none for less than twice {@link #SHORTEST_LEVEL} values
   */
  public static List<ChangePoint> of(double[] values) {
    ChangePoints series = new ChangePoints(values);
    return series.merge(series.weakPoints());
  }

  /** A window that has change points is followed by one that begins at the last of them. */
  private List<Integer> weakPoints() {
    List<Integer> points = new ArrayList<>();
    int start = 0;
    while (start < values.length) {
      split(start, Math.min(start + WINDOW, values.length), points);
      int last = points.isEmpty() ? 0 : points.get(points.size() - 1);
      start = Math.max(last, start + WINDOW / 2);
    }
    return points;
  }

  private void split(int from, int to, List<Integer> points) {
    if (to - from < 2 * SHORTEST_LEVEL) {
      return;
    }
    ChangePoint candidate = mostDivergent(from, to);
    if (candidate.pValue() <= WEAK_P_VALUE) {
      split(from, candidate.index(), points);
      points.add(candidate.index());
      split(candidate.index(), to, points);
    }
  }

  /**
   * What stands behind the right side is left out, so that a return to the old level hides nothing.
   */
  private ChangePoint mostDivergent(int from, int to) {
    double[][] distances = distances(from, to);
    int index = from;
    int rightEnd = to;
    double largest = Double.NEGATIVE_INFINITY;
    double left = 0;
    for (int n = 1; n <= to - from - SHORTEST_LEVEL; n++) {
      left += distances[n - 1][n - 1];
      double between = 0;
      double right = 0;
      for (int m = 1; n + m <= to - from; m++) {
        double[] ofLast = distances[n + m - 1];
        between += ofLast[n];
        right += ofLast[n + m - 1] - ofLast[n];
        if (n >= SHORTEST_LEVEL && m >= SHORTEST_LEVEL) {
          double divergence = divergence(n, m, between, left, right);
          if (divergence > largest) {
            largest = divergence;
            index = from + n;
            rightEnd = index + m;
          }
        }
      }
    }
    return ChangePoint.between(values, from, index, rightEnd);
  }

  /**
   * How much two samples differ: the scaled divergence Q̂ of Matteson and James with α = 1.
   *
   * @param between the sum of the distances of all pairs of values from different samples
   * @param left the sum of the distances of all pairs of the first sample
   * @param right the sum of the distances of all pairs of the second sample
   */
  private static double divergence(int n, int m, double between, double left, double right) {
    return (2 * between - 2.0 * m / (n - 1) * left - 2.0 * n / (m - 1) * right) / (n + m);
  }

  /** Of each value to all values before the second index, added up. */
  private double[][] distances(int from, int to) {
    double[][] sums = new double[to - from][to - from + 1];
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[i][j + 1] = sums[i][j] + Math.abs(values[from + i] - values[from + j]);
      }
    }
    return sums;
  }

  private List<ChangePoint> merge(List<Integer> weak) {
    List<Integer> indexes = new ArrayList<>(weak);
    while (true) {
      List<ChangePoint> points = tested(indexes);
      ChangePoint worst =
          points.stream()
              .max(Comparator.comparingDouble(ChangePoint::pValue))
              .filter(point -> point.pValue() >= MAX_P_VALUE)
              .or(() -> points.stream().min(Comparator.comparingDouble(ChangePoint::magnitude)))
              .orElse(null);
      if (worst == null || isChange(worst)) {
        return points;
      }
      indexes.remove((Integer) worst.index());
    }
  }

  private static boolean isChange(ChangePoint point) {
    return point.pValue() < MAX_P_VALUE && point.magnitude() > MIN_MAGNITUDE;
  }

  /** Each against its neighbours. */
  private List<ChangePoint> tested(List<Integer> indexes) {
    return IntStream.range(0, indexes.size())
        .mapToObj(
            i ->
                ChangePoint.between(
                    values,
                    i == 0 ? 0 : indexes.get(i - 1),
                    indexes.get(i),
                    i + 1 == indexes.size() ? values.length : indexes.get(i + 1)))
        .toList();
  }
}
