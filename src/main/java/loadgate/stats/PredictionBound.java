package loadgate.stats;

import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Where the next observation is to be expected, when earlier ones were normally distributed. */
public final class PredictionBound {

  private PredictionBound() {}

  /**
   * The one-sided upper prediction bound for one new observation: mean + t(confidence; n - 1) * s *
   * sqrt(1 + 1 / n). Source: W. Q. Meeker, G. J. Hahn and L. A. Escobar, Statistical Intervals, 2nd
   * edition (2017), section 4.8.
   *
   * @param observations at least two
   * @param confidence 0.5..1, with which the new observation lies below the bound
   */
  public static double upper(double[] observations, double confidence) {
    int n = observations.length;
    if (n < 2) {
      throw new IllegalArgumentException("a scatter needs 2 observations, not " + n);
    }
    double mean = DoubleStream.of(observations).average().orElseThrow();
    double squares = DoubleStream.of(observations).map(x -> (x - mean) * (x - mean)).sum();
    double deviation = Math.sqrt(squares / (n - 1));
    double quantile = TDistribution.of(n - 1).inverseSurvivalProbability(1 - confidence);
    return mean + quantile * deviation * Math.sqrt(1 + 1.0 / n);
  }
}
