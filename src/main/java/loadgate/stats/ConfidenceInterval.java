package loadgate.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.Measure;
import loadgate.model.Unit;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A range that holds the true value of a figure with 95 % confidence: if the same run took place
 * very often, 95 % of its ranges would hold it. Samples are taken for independent; those of one run
 * are not quite, so the true range is rather wider.
 *
 * @param low in the unit of the figure
 * @param high in the unit of the figure
 * @param method {@code order statistics} or {@code Wilson}
 * @param bounded whether there are enough samples for an upper bound; without it, {@code high} is
 *     only the largest sample
 */
public record ConfidenceInterval(double low, double high, String method, boolean bounded) {

  /** In percent. */
  public static final int CONFIDENCE = 95;

  private static final double TAIL = 0.025;

  /** The quantile of the standard normal distribution that leaves a tail of 2.5 %. */
  private static final double Z = 1.959964;

  /** Of a percentile or a share; empty for all other measures and without samples. */
  public static Optional<ConfidenceInterval> of(Measure measure, Summary samples) {
    if (samples.count() == 0) {
      return Optional.empty();
    }
    OptionalDouble rank = measure.rank();
    if (rank.isPresent()) {
      return Optional.of(ofPercentile(rank.getAsDouble(), samples.all().distribution()));
    }
    if (!measure.isShare()) {
      return Optional.empty();
    }
    long counted = measure.isHitRate() ? samples.ok().count() : samples.ko().count();
    return Optional.of(ofShare(counted, samples.count()));
  }

  /**
   * Between the two samples whose ranks a binomial distribution puts around the percentile's.
   *
   * @see <a href="https://doi.org/10.1002/0471722162">David and Nagaraja, Order Statistics, 3rd
   *     edition, section 7.1</a>
   */
  static ConfidenceInterval ofPercentile(double percent, Distribution values) {
    BinomialDistribution ranks =
        BinomialDistribution.of(Math.toIntExact(values.count()), percent / 100);
    long lower = Math.max(1, ranks.inverseCumulativeProbability(TAIL));
    long upper = ranks.inverseCumulativeProbability(1 - TAIL) + 1L;
    return new ConfidenceInterval(
        values.atRank(lower),
        values.atRank(Math.min(values.count(), upper)),
        "order statistics",
        upper <= values.count());
  }

  /**
   * Wilson's score interval of a share, in percent.
   *
   * @see <a
   *     href="https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval">Wilson
   *     score interval</a>
   */
  static ConfidenceInterval ofShare(long counted, long count) {
    double n = count;
    double share = counted / n;
    double spread = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    double centre = share + Z * Z / (2 * n);
    return new ConfidenceInterval(
        counted == 0 ? 0 : 100 * (centre - spread) / scale,
        counted == count ? 100 : 100 * (centre + spread) / scale,
        "Wilson",
        true);
  }

  /** Whether the value may be the true one. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** For people: {@code 88 to 104 ms}. */
  public String text(Unit unit) {
    String lowest = unit.text(low);
    String number = lowest.substring(0, lowest.length() - unit.text(0).length() + 1);
    return number + " to " + unit.text(high) + (bounded ? "" : " or more");
  }
}
