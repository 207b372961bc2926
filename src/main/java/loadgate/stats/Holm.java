package loadgate.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Holm's correction for many comparisons: when nothing has changed, the probability that any of the
 * adjusted p-values is below 5 % is at most 5 %, however the comparisons depend on each other.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">S. Holm: A Simple Sequentially Rejective
 *     Multiple Test Procedure, 1979</a>
 */
public final class Holm {

  private Holm() {}

  /** The adjusted p-values, from 0 to 1, in the order of the given ones. */
  public static double[] adjusted(double[] pValues) {
    double[] adjusted = new double[pValues.length];
    double least = 0;
    int left = pValues.length;
    for (int index :
        IntStream.range(0, pValues.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> pValues[i]))
            .toList()) {
      least = Math.max(least, Math.min(1, left * pValues[index]));
      adjusted[index] = least;
      left--;
    }
    return adjusted;
  }
}
