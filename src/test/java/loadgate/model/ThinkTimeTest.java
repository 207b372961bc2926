package loadgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ThinkTimeTest {

  private static final Duration PACE = Duration.ofMillis(500);

  @RepeatedTest(20)
  void shouldBeWithinItsBounds() {
    ThinkTime thinkTime = ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3));

    assertThat(thinkTime.after(Duration.ofSeconds(9)))
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  @Test
  void shouldWaitForTheRestOfThePace() {
    assertThat(ThinkTime.none().withPace(PACE).after(Duration.ofMillis(120)))
        .isEqualTo(Duration.ofMillis(380));
  }

  @Test
  void shouldNotWaitAfterAnIterationLongerThanThePace() {
    assertThat(ThinkTime.none().withPace(PACE).after(Duration.ofSeconds(1)))
        .isEqualTo(Duration.ZERO);
    assertThat(ThinkTime.none().after(Duration.ZERO)).isEqualTo(Duration.ZERO);
  }

  @Test
  void shouldKnowItsMean() {
    assertThat(ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3)).mean())
        .isEqualTo(Duration.ofSeconds(2));
    assertThat(ThinkTime.none().withPace(PACE).mean()).isEqualTo(PACE);
  }
}
