package loadgate.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserTypeLoadTest {

  @Test
  void shouldLetUsersComeEvenlyAndStayToTheEnd() {
    assertThat(stays(step(0, 3, 6), step(3, 3, 10)))
        .containsExactly(stay(0, 16, 0), stay(2, 16, 1), stay(4, 16, 2));
  }

  @Test
  void shouldLetWhoCameLastLeaveFirst() {
    // One at 0; two more at 20 and 25 for the spike, who leave at 40 and 42 in reverse order.
    assertThat(
            stays(
                step(0, 1, 10),
                step(1, 1, 10),
                step(1, 3, 10),
                step(3, 3, 10),
                step(3, 1, 4),
                step(1, 1, 6)))
        .containsExactly(stay(0, 50, 0), stay(20, 42, 1), stay(25, 40, 2));
  }

  @Test
  void shouldLetAllLeaveWhenTheTargetFallsToNothing() {
    assertThat(stays(step(0, 2, 2), step(2, 0, 4))).containsExactly(stay(0, 4, 0), stay(1, 2, 1));
  }

  @Test
  void shouldLetNewUsersComeAfterOthersLeft() {
    assertThat(stays(step(0, 1, 2), step(1, 0, 2), step(0, 1, 2)))
        .containsExactly(stay(0, 2, 0), stay(4, 6, 0));
  }

  @Test
  void shouldLetNobodyComeWhileTheLoadHolds() {
    assertThat(stays(step(0, 0, 10))).isEmpty();
  }

  private static List<UserLifetime> stays(InjectionStep... steps) {
    return new UserTypeLoad("health", 0, List.of(steps)).lifetimes();
  }

  private static InjectionStep step(double from, double to, int seconds) {
    return new InjectionStep(from, to, Duration.ofSeconds(seconds));
  }

  private static UserLifetime stay(int start, int end, int place) {
    return new UserLifetime(Duration.ofSeconds(start), Duration.ofSeconds(end), place);
  }
}
