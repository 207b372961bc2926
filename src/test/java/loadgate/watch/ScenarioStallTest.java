package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScenarioStallTest {

  private final ScenarioStall stall = new ScenarioStall();

  private static long seconds(double seconds) {
    return Duration.ofMillis(Math.round(1_000 * seconds)).toNanos();
  }

  @Test
  void shouldBeTheLongestTimeBetweenAnswersWithARequestUnderWay() {
    stall.sent(seconds(1));
    stall.ended(seconds(2), true);
    stall.sent(seconds(10));
    stall.sent(seconds(11));
    stall.ended(seconds(14), true);
    stall.ended(seconds(16), true);

    assertThat(stall.longestMillis(seconds(20))).isEqualTo(4_000);
  }

  @Test
  void shouldGoOnOverRequestsThatNobodyAnswers() {
    stall.sent(seconds(1));
    stall.ended(seconds(4), false);
    stall.sent(seconds(5));
    stall.ended(seconds(8), false);
    stall.sent(seconds(9));
    stall.ended(seconds(10), true);

    assertThat(stall.longestMillis(seconds(20))).isEqualTo(7_000);
  }

  @Test
  void shouldHaveTheWaitThatHasNotEnded() {
    stall.sent(seconds(3));

    assertThat(stall.longestMillis(seconds(12))).isEqualTo(9_000);
  }

  @Test
  void shouldBeZeroWithoutARequest() {
    assertThat(stall.longestMillis(seconds(12))).isZero();
  }
}
