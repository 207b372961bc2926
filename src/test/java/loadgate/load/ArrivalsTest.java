package loadgate.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

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
    Step rise = new Step(0, 10, Duration.ofMillis(2500));

    assertThat(rise.inWholeSeconds())
        .containsExactly(
            new Step(0, 8, Duration.ofSeconds(2)), new Step(8, 10, Duration.ofMillis(500)));
    assertThat(new Step(1, 1, Duration.ofSeconds(2)).inWholeSeconds())
        .containsExactly(new Step(1, 1, Duration.ofSeconds(2)));
  }

  private static List<Arrivals> of(double from, double to, int millis) {
    return Arrivals.of(new Step(from, to, Duration.ofMillis(millis)));
  }

  private static Arrivals arrivals(int users, int millis) {
    return new Arrivals(users, Duration.ofMillis(millis));
  }
}
