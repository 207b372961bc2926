package loadgate.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * The distribution of recorded values: each distinct value with its count. The values are
 * milliseconds for requests and groups, and whatever the metric measures for a metric. All figures
 * of an empty distribution are 0, as in Gatling's own exports.
 */
public final class Distribution {

  private final long[] values;

  /** How many recorded values are at most as large as the value of the same index. */
  private final long[] cumulated;

  private final double mean;
  private final double standardDeviation;

  private Distribution(long[] values, long[] cumulated) {
    this.values = values;
    this.cumulated = cumulated;
    this.mean = average(value -> value);
    this.standardDeviation = Math.sqrt(average(value -> (value - mean) * (value - mean)));
  }

  public long count() {
    return values.length == 0 ? 0 : cumulated[values.length - 1];
  }

  public long min() {
    return values.length == 0 ? 0 : values[0];
  }

  public long max() {
    return values.length == 0 ? 0 : values[values.length - 1];
  }

  /** The arithmetic mean. */
  public double mean() {
    return mean;
  }

  /**
   * The standard deviation of a whole population, as Gatling's: the square root of the mean squared
   * distance from the mean. It is computed from the distances and not from a sum of squares, which
   * loses digits when the values are large and close together.
   */
  public double standardDeviation() {
    return standardDeviation;
  }

  /**
   * The nearest-rank percentile: the smallest recorded value that at least {@code percent} percent
   * of the recorded values do not exceed, which is the {@code ceil(percent / 100 * count)}-th
   * smallest. It is always a value that was recorded, and the same as sorting all values would
   * give.
   *
   * @param percent from 0 (the minimum) to 100 (the maximum)
   * @throws IllegalArgumentException if it is not within that range
   * @see <a href="https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method">The
   *     nearest-rank method</a>
   */
  public long percentile(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("percentile is " + percent + ", not within 0 and 100");
    }
    return values.length == 0 ? 0 : atRank(Math.max(1, rank(percent)));
  }

  /**
   * The value of that rank among all recorded ones in ascending order.
   *
   * @param rank from 1 (the minimum) to the count (the maximum)
   */
  long atRank(long rank) {
    int index = Arrays.binarySearch(cumulated, rank);
    return values[index >= 0 ? index : -index - 1];
  }

  /** How many recorded values are smaller than {@code bound}. */
  public long countBelow(long bound) {
    int index = Arrays.binarySearch(values, bound);
    int smaller = index >= 0 ? index : -index - 1;
    return smaller == 0 ? 0 : cumulated[smaller - 1];
  }

  /**
   * In decimal: in binary, 99.9 percent of 1000 would be a little more than 999 and be rounded up
   * to 1000.
   */
  private long rank(double percent) {
    return BigDecimal.valueOf(percent)
        .multiply(BigDecimal.valueOf(count()))
        .movePointLeft(2)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  private double average(LongToDoubleFunction term) {
    double sum = 0;
    long before = 0;
    for (int i = 0; i < values.length; i++) {
      sum += term.applyAsDouble(values[i]) * (cumulated[i] - before);
      before = cumulated[i];
    }
    return values.length == 0 ? 0 : sum / before;
  }

  /** Equal to one of the same values, each as often. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that
        && Arrays.equals(values, that.values)
        && Arrays.equals(cumulated, that.cumulated);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(cumulated);
  }

  /** Takes distinct values in ascending order. */
  static final class Builder {
    private long[] values = new long[16];
    private long[] cumulated = new long[16];
    private int size;

    void add(long value, long count) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
        cumulated = Arrays.copyOf(cumulated, 2 * size);
      }
      values[size] = value;
      cumulated[size] = count + (size == 0 ? 0 : cumulated[size - 1]);
      size++;
    }

    Distribution build() {
      return new Distribution(Arrays.copyOf(values, size), Arrays.copyOf(cumulated, size));
    }
  }
}
