package loadgate.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserStartsTest {

  @Test
  void shouldComeEvenlyOverWholeSeconds() {
    assertThat(of(0, 6, 3000)).containsExactly(arrivals(6, 3000));
  }

  @Test
  void shouldComeAtOnceInLessThanASecond() {
    assertThat(of(10, 100, 250)).containsExactly(arrivals(90, 0), arrivals(0, 250));
    assertThat(of(0, 2, 0)).containsExactly(arrivals(2, 0));
  }

  @Test
  void shouldKeepItsRateWhenTheLastSecondIsNotWhole() {
    // 10 users per second for 3.3 s.
    assertThat(of(0, 33, 3300))
        .containsExactly(arrivals(30, 3000), arrivals(3, 0), arrivals(0, 300));
  }

  @Test
  void shouldWaitWhileTheLoadHoldsOrFalls() {
    assertThat(of(5, 5, 2500)).containsExactly(arrivals(0, 2000), arrivals(0, 500));
    assertThat(of(5, 1, 2000)).containsExactly(arrivals(0, 2000));
  }

  @Test
  void shouldCutArrivalsPerSecondAtTheLastWholeSecond() {
    InjectionStep rise = new InjectionStep(0, 10, Duration.ofMillis(2500));

    assertThat(rise.inWholeSeconds())
        .containsExactly(
            new InjectionStep(0, 8, Duration.ofSeconds(2)),
            new InjectionStep(8, 10, Duration.ofMillis(500)));
    assertThat(new InjectionStep(1, 1, Duration.ofSeconds(2)).inWholeSeconds())
        .containsExactly(new InjectionStep(1, 1, Duration.ofSeconds(2)));
  }

  private static List<UserStarts> of(double from, double to, int millis) {
    return UserStarts.of(new InjectionStep(from, to, Duration.ofMillis(millis)));
  }

  private static UserStarts arrivals(int users, int millis) {
    return new UserStarts(users, Duration.ofMillis(millis));
  }
}
