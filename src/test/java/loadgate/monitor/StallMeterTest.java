package loadgate.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Looks every 20 ms, by a clock that the test moves. */
class StallMeterTest {

  private long millis = 1_000;
  private final StallMeter meter = new StallMeter(() -> TimeUnit.MILLISECONDS.toNanos(millis));

  @Test
  void shouldTellNoStallWhenItSleepsAsLongAsItAsked() {
    lookAfter(20);
    lookAfter(20);

    assertThat(meter.takeLongestMillis()).isZero();
  }

  @Test
  void shouldTellTheLongestStall() {
    lookAfter(20);
    lookAfter(4_020);
    lookAfter(70);

    assertThat(meter.takeLongestMillis()).isEqualTo(4_000);
  }

  @Test
  void shouldTellAStallOnce() {
    lookAfter(4_020);
    assertThat(meter.takeLongestMillis()).isEqualTo(4_000);

    lookAfter(20);
    assertThat(meter.takeLongestMillis()).isZero();
  }

  @Test
  void shouldTellAStallOnceWhenItIsAskedBeforeItsOwnThreadComesToLook() {
    millis += 4_020;
    assertThat(meter.takeLongestMillis()).isEqualTo(4_000);

    lookAfter(1);
    assertThat(meter.takeLongestMillis()).isZero();
  }

  private void lookAfter(int passed) {
    millis += passed;
    meter.look();
  }
}
