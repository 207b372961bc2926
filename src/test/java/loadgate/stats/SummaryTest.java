package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void sharesAreOfAllSamples() {
    Summary summary = summary(new long[] {1, 2, 3}, new long[] {4});

    assertThat(summary.okPercent()).isEqualTo(75.0);
    assertThat(summary.koPercent()).isEqualTo(25.0);
  }

  @Test
  void sharesOfNothingAreZero() {
    Summary summary = summary(new long[] {}, new long[] {});

    assertThat(summary.okPercent()).isZero();
    assertThat(summary.koPercent()).isZero();
    assertThat(summary.ranges(800, 1200).failedPercent()).isZero();
  }

  @Test
  void aRangeBeginsAtItsLowerBound() {
    Summary summary = summary(new long[] {0, 799, 800, 1199, 1200, 9000}, new long[] {});

    assertThat(summary.ranges(800, 1200)).isEqualTo(new ResponseTimeRanges(800, 1200, 2, 2, 2, 0));
  }

  @Test
  void aFailedSampleIsInNoOtherRangeHoweverFast() {
    Summary summary = summary(new long[] {10, 900, 2000}, new long[] {10});
    ResponseTimeRanges ranges = summary.ranges(800, 1200);

    assertThat(ranges).isEqualTo(new ResponseTimeRanges(800, 1200, 1, 1, 1, 1));
    assertThat(ranges.belowPercent()).isEqualTo(25.0);
    assertThat(ranges.betweenPercent()).isEqualTo(25.0);
    assertThat(ranges.abovePercent()).isEqualTo(25.0);
    assertThat(ranges.failedPercent()).isEqualTo(25.0);
  }

  @Test
  void refusesALowerBoundAboveTheUpper() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> summary(new long[] {1}, new long[] {}).ranges(1200, 800))
        .withMessage("lower bound 1200 ms is above upper bound 800 ms");
  }

  @Test
  void ratesAreOverTheWholeRun() {
    Summary summary = summary(new long[] {1, 2, 3}, new long[] {4});

    assertThat(summary.all().perSecond()).isEqualTo(2.0);
    assertThat(summary.ok().perSecond()).isEqualTo(1.5);
    assertThat(summary.ko().perSecond()).isEqualTo(0.5);
  }

  private static Summary summary(long[] ok, long[] ko) {
    SampleCollector samples = new SampleCollector();
    for (long value : ok) {
      samples.record(value, true);
    }
    for (long value : ko) {
      samples.record(value, false);
    }
    return samples.summary(Duration.ofSeconds(2));
  }
}
