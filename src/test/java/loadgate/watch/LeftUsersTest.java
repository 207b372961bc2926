package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftUsersTest {

  private static final Duration NONE = Duration.ZERO;

  private final WatchedUser pausing = new WatchedUser(new String("Buyer"), 1, false, List.of());
  private final WatchedUser waiting = new WatchedUser(new String("Buyer"), 2, false, List.of());
  private final Exchange open = new Exchange(Optional.of(waiting), List.of(), "Pay", 1_000, false);

  @Test
  void shouldTakeForStuckWhoSentNothingForMostOfTheLoad() {
    LeftUsers left = LeftUsers.of(List.of(pausing, waiting), List.of(open), NONE, NONE);

    assertThat(left.stuck()).containsExactly(pausing);
    assertThat(left.text(30, List.of(open), 12_500))
        .isEqualTo(
            "30 came, 28 ended, 2 left over, 1 waited for an answer (the longest 11 s), 1 sent"
                + " nothing any more");
  }

  @Test
  void shouldTakeForAtWorkWhoPausesForAPartOfTheLoad() {
    LeftUsers left =
        LeftUsers.of(List.of(pausing), List.of(), Duration.ofHours(1), Duration.ofSeconds(5));

    assertThat(left.stuck()).isEmpty();
    assertThat(left.text(1, List.of(), 0)).isEqualTo("1 came, 0 ended, 1 left over");
  }

  @Test
  void shouldSayWhenAllHaveEnded() {
    assertThat(LeftUsers.of(List.of(), List.of(), NONE, NONE).text(8, List.of(), 0))
        .isEqualTo("8 came, 8 ended");
  }
}
