package loadgate.stats;

import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.Measure;
import loadgate.model.Unit;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A range that holds the true value of a figure with 95 % confidence: if the same run took place
 * very often, 95 % of its ranges would hold it. Samples are taken for independent; those of one run
 * are not quite, so the true range is rather wider.
 *
 * @param low in the unit of the figure
 * @param high in the unit of the figure
 * @param method {@code order statistics} or {@code Clopper-Pearson}
 * @param bounded whether there are enough samples for an upper bound; without it, {@code high} is
 *     only the largest sample
 */
public record ConfidenceInterval(double low, double high, String method, boolean bounded) {

  /** In percent. */
  public static final int CONFIDENCE = 95;

  private static final double TAIL = 0.025;

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
   * Between the two samples whose ranks a binomial distribution puts around the percentile's. So
   * few samples that even the smallest may be above it have nothing below: 0.
   *
   * @see <a href="https://doi.org/10.1002/0471722162">David and Nagaraja, Order Statistics, 3rd
   *     edition, section 7.1</a>
   */
  static ConfidenceInterval ofPercentile(double percent, Distribution values) {
    BinomialDistribution ranks =
        BinomialDistribution.of(Math.toIntExact(values.count()), percent / 100);
    long lower = ranks.inverseCumulativeProbability(TAIL);
    long upper = ranks.inverseCumulativeProbability(1 - TAIL) + 1L;
    return new ConfidenceInterval(
        lower == 0 ? 0 : values.atRank(lower),
        values.atRank(Math.min(values.count(), upper)),
        "order statistics",
        upper <= values.count());
  }

  /**
   * The exact interval of a share, in percent: the shares that are not refused by what was counted.
   *
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson, The use of
   *     confidence or fiducial limits, Biometrika 26 (1934)</a>
   */
  static ConfidenceInterval ofShare(long counted, long count) {
    long others = count - counted;
    return new ConfidenceInterval(
        counted == 0 ? 0 : 100 * quantile(counted, others + 1, TAIL),
        others == 0 ? 100 : 100 * quantile(counted + 1, others, 1 - TAIL),
        "Clopper-Pearson",
        true);
  }

  private static double quantile(long alpha, long beta, double probability) {
    return BetaDistribution.of(alpha, beta).inverseCumulativeProbability(probability);
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
