package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {

  @Test
  void describesAKnownSeries() {
    Distribution distribution = of(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(distribution.count()).isEqualTo(8);
    assertThat(distribution.min()).isEqualTo(2);
    assertThat(distribution.max()).isEqualTo(9);
    assertThat(distribution.mean()).isEqualTo(5.0);
    assertThat(distribution.standardDeviation()).isEqualTo(2.0);
  }

  @Test
  void anEmptyOneIsAllZeros() {
    Distribution distribution = of();

    assertThat(distribution.count()).isZero();
    assertThat(distribution.min()).isZero();
    assertThat(distribution.max()).isZero();
    assertThat(distribution.mean()).isZero();
    assertThat(distribution.standardDeviation()).isZero();
    assertThat(distribution.percentile(95)).isZero();
    assertThat(distribution.countBelow(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 15", "5, 15", "20, 15", "20.1, 20", "30, 20", "40, 20", "50, 35", "100, 50"})
  void percentileIsTheNearestRank(double percent, long expected) {
    assertThat(of(15, 20, 35, 40, 50).percentile(percent)).isEqualTo(expected);
  }

  @Test
  void aFractionOfAPercentDoesNotSlipToTheNextRank() {
    Distribution oneToAThousand = of(LongStream.rangeClosed(1, 1000).toArray());

    assertThat(oneToAThousand.percentile(99.9)).isEqualTo(999);
    assertThat(oneToAThousand.percentile(99.91)).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAPercentileOutsideOfAHundred(double percent) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(1, 2, 3).percentile(percent))
        .withMessage("percentile is %s, not within 0 and 100", percent);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 0", "3, 1", "4, 1", "5, 4", "9, 7", "10, 8"})
  void countsWhatIsBelowABound(long bound, long expected) {
    assertThat(of(2, 4, 4, 4, 5, 5, 7, 9).countBelow(bound)).isEqualTo(expected);
  }

  @Test
  void largeValuesCloseTogetherKeepTheirDeviation() {
    assertThat(of(2_000_000_000, 2_000_000_002).standardDeviation()).isEqualTo(1.0);
  }

  @Test
  void keepsNegativeAndHugeValuesInOrder() {
    Distribution distribution = of(5, -3, 4_294_967_295L, -4_294_967_295L, 65_535, 65_536);

    assertThat(distribution.min()).isEqualTo(-4_294_967_295L);
    assertThat(distribution.percentile(33)).isEqualTo(-3);
    assertThat(distribution.percentile(50)).isEqualTo(5);
    assertThat(distribution.percentile(80)).isEqualTo(65_536);
    assertThat(distribution.max()).isEqualTo(4_294_967_295L);
  }

  @Test
  void isExactlyWhatASortGives() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int spread = 1 << (1 + random.nextInt(20));
      long[] values = random.longs(1 + random.nextInt(500), 0, spread).toArray();
      Distribution distribution = of(values);
      Arrays.sort(values);

      for (int permille = 1; permille <= 1000; permille++) {
        int rank = (permille * values.length + 999) / 1000;
        assertThat(distribution.percentile(permille / 10.0))
            .as("seed %d, %d permille", seed, permille)
            .isEqualTo(values[rank - 1]);
      }
    }
  }

  private static Distribution of(long... values) {
    Histogram histogram = new Histogram();
    LongStream.of(values).forEach(histogram::record);
    return histogram.distribution();
  }
}
