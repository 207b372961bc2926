package loadgate.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * By how much a figure is larger in new runs than in base runs, in the unit of the figure.
 *
 * @param low of its 95 % confidence interval
 * @param high of its 95 % confidence interval
 * @param pValue the probability of a difference this large or larger, in either direction, when
 *     nothing has changed
 */
public record Difference(double estimate, double low, double high, double pValue) {

  private static final double ALPHA = 0.05;

  /**
   * Of two single runs whose figures have these variances: Welch's t with the degrees of freedom of
   * Satterthwaite.
   *
   * @param baseDegrees of freedom of the variance
   * @param newDegrees of freedom of the variance
   * @see <a href="https://doi.org/10.1093/biomet/34.1-2.28">B. L. Welch: The Generalization of
   *     Student's Problem when Several Different Population Variances are Involved, 1947</a>
   */
  public static Difference ofVariances(
      double estimate,
      double baseVariance,
      double baseDegrees,
      double newVariance,
      double newDegrees) {
    double variance = baseVariance + newVariance;
    double degrees =
        variance
            * variance
            / (baseVariance * baseVariance / baseDegrees + newVariance * newVariance / newDegrees);
    return student(estimate, variance, degrees);
  }

  /**
   * Of the means of two groups of runs: Student's t with the variance of both groups together, as
   * one group may consist of a single run.
   *
   * @param base at least one figure, and three in both groups together
   * @param leastVariance of a figure, whatever the runs show
   * @see <a href="https://doi.org/10.1093/biomet/6.1.1">Student: The Probable Error of a Mean,
   *     1908</a>
   */
  public static Difference ofMeans(double[] base, double[] changed, double leastVariance) {
    int degrees = base.length + changed.length - 2;
    double variance = (squares(base) + squares(changed)) / degrees;
    return student(
        Mean.of(changed).getAsDouble() - Mean.of(base).getAsDouble(),
        Math.max(leastVariance, variance) * (1.0 / base.length + 1.0 / changed.length),
        degrees);
  }

  private static double squares(double[] figures) {
    return Variance.of(figures).getAsDouble() * (figures.length - 1);
  }

  private static Difference student(double estimate, double variance, double degrees) {
    if (variance == 0) {
      return new Difference(estimate, estimate, estimate, estimate == 0 ? 1 : 0);
    }
    TDistribution t = TDistribution.of(degrees);
    double error = Math.sqrt(variance);
    double reach = error * t.inverseSurvivalProbability(ALPHA / 2);
    return new Difference(
        estimate,
        estimate - reach,
        estimate + reach,
        2 * t.survivalProbability(Math.abs(estimate) / error));
  }

  /**
   * Of the location of two groups of runs, whatever the distribution of their figures: the
   * Mann–Whitney test, exact for up to 50 runs in a group without equal figures, with the
   * Hodges–Lehmann estimate, which is the median of the differences between each new and each base
   * run. The interval has the shifts that the test does not reject.
   *
   * @see <a href="https://doi.org/10.1214/aoms/1177730491">H. B. Mann and D. R. Whitney: On a Test
   *     of Whether one of Two Random Variables is Stochastically Larger than the Other, 1947</a>
   * @see <a href="https://doi.org/10.1214/aoms/1177704172">J. L. Hodges and E. L. Lehmann:
   *     Estimates of Location Based on Rank Tests, 1963</a>
   */
  public static Difference ofRanks(double[] base, double[] changed) {
    double[] shifts =
        Arrays.stream(changed)
            .flatMap(figure -> DoubleStream.of(base).map(other -> figure - other))
            .sorted()
            .toArray();
    int rejected = 0;
    int most = shifts.length / 2;
    // The largest number of shifts at the low end between all of which the test rejects.
    while (rejected < most) {
      int middle = (rejected + most + 1) / 2;
      double between = (shifts[middle - 1] + shifts[middle]) / 2;
      if (pValue(base, changed, between) > ALPHA) {
        most = middle - 1;
      } else {
        rejected = middle;
      }
    }
    return new Difference(
        Median.withDefaults().evaluate(shifts),
        shifts[rejected],
        shifts[shifts.length - 1 - rejected],
        pValue(base, changed, 0));
  }

  private static double pValue(double[] base, double[] changed, double shift) {
    double pValue = MannWhitneyUTest.withDefaults().withMu(shift).test(changed, base).getPValue();
    // Where all figures are equal there is nothing to rank.
    return Double.isNaN(pValue) ? 1 : pValue;
  }
}
