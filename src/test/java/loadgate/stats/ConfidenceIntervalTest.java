package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import loadgate.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceIntervalTest {

  /** Ranks as tables of order statistics have them: samples are their own ranks. */
  @ParameterizedTest
  @CsvSource({"20, 50, 6, 15", "100, 50, 40, 61", "100, 95, 90, 100", "1000, 95, 936, 964"})
  void shouldLieBetweenTwoSamplesOfAPercentile(int samples, double percent, int low, int high) {
    ConfidenceInterval interval = ofOneTo(samples, percent);

    assertThat(interval.low()).isEqualTo(low);
    assertThat(interval.high()).isEqualTo(high);
    assertThat(interval.bounded()).isTrue();
    assertThat(interval.method()).isEqualTo("order statistics");
  }

  @Test
  void shouldHaveNoUpperBoundWhenTheLargestSampleMayStillBeBelowThePercentile() {
    assertThat(ofOneTo(20, 95).bounded()).isFalse();
    assertThat(ofOneTo(20, 95).high()).isEqualTo(20);
    assertThat(ofOneTo(20, 95).text(Unit.MILLISECONDS)).isEqualTo("17 to 20 ms or more");
    // 0.95 to the power of 72 is 2.49 %.
    assertThat(ofOneTo(71, 95).bounded()).isFalse();
    assertThat(ofOneTo(72, 95).bounded()).isTrue();
  }

  @Test
  void shouldHaveNothingBelowWhenEvenTheSmallestSampleMayBeAboveThePercentile() {
    // 0.05 to the power of 1 is more than 2.5 %, to the power of 2 it is 0.25 %.
    assertThat(ofOneTo(1, 95).low()).isEqualTo(0);
    assertThat(ofOneTo(2, 95).low()).isEqualTo(1);
    assertThat(ofOneTo(4, 95).low()).isEqualTo(3);
  }

  /** As tables of Clopper and Pearson's interval have them; of all n, 2.5 % to the power of 1/n. */
  @ParameterizedTest
  @CsvSource({
    "10, 20, 27.20, 72.80",
    "0, 10, 0, 30.85",
    "10, 10, 69.15, 100",
    "1, 1, 2.5, 100",
    "3, 3, 29.24, 100",
    "1, 20, 0.13, 24.87",
    "50000, 5000000, 0.99, 1.01"
  })
  void shouldBeExactOfAShare(long counted, long count, double low, double high) {
    ConfidenceInterval interval = ConfidenceInterval.ofShare(counted, count);

    assertThat(interval.low()).isCloseTo(low, within(0.01));
    assertThat(interval.high()).isCloseTo(high, within(0.01));
    assertThat(interval.method()).isEqualTo("Clopper-Pearson");
  }

  @Test
  void shouldHoldTheTruePercentileInNineteenOfTwentyRuns() {
    Random random = new Random(1);
    // The 90th percentile of an exponential distribution with mean 1000.
    double truth = 1000 * Math.log(10);
    int held = 0;
    for (int run = 0; run < 2000; run++) {
      long[] values =
          random.doubles(200).mapToLong(u -> Math.round(-1000 * Math.log(1 - u))).toArray();
      if (ConfidenceInterval.ofPercentile(90, distribution(values)).contains(truth)) {
        held++;
      }
    }
    assertThat(held).isBetween(1880, 1960);
  }

  private static ConfidenceInterval ofOneTo(int samples, double percent) {
    return ConfidenceInterval.ofPercentile(
        percent, distribution(LongStream.rangeClosed(1, samples).toArray()));
  }

  private static Distribution distribution(long... values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    Distribution.Builder builder = new Distribution.Builder();
    for (int i = 0; i < sorted.length; ) {
      int next = i;
      while (next < sorted.length && sorted[next] == sorted[i]) {
        next++;
      }
      builder.add(sorted[i], next - i);
      i = next;
    }
    return builder.build();
  }
}
