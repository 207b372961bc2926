package loadgate.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SilenceTest {

  private final Silence silence = new Silence();

  @Test
  void shouldBeTheLongestTimeWithoutAnyRequestInPercentOfTheLoad() {
    silence.userCame(0);
    silence.sent(1_000);
    silence.ended(2_000);
    silence.sent(10_000);
    silence.ended(10_500);

    // From 2 s to 10 s of 20 s; at 20.5 s the one since 10.5 s is longer.
    assertThat(silence.longestPercent(20_000, 16_000)).isEqualTo(40);
    assertThat(silence.longestPercent(20_000, 20_500)).isEqualTo(50);
  }

  @Test
  void shouldNotCountWhileARequestIsUnderWay() {
    silence.userCame(0);
    silence.sent(100);

    assertThat(silence.longestPercent(20_000, 20_000)).isZero();
  }

  @Test
  void shouldNotCountWhileNobodyIsThere() {
    silence.userCame(0);
    silence.userLeft(1_000);
    silence.userCame(19_000);

    assertThat(silence.longestPercent(20_000, 20_000)).isZero();
  }

  @Test
  void shouldHearResponsesOfOtherProtocols() {
    silence.userCame(0);
    silence.logged(6_000, 9_000);
    silence.logged(9_500, 12_000);

    assertThat(silence.longestPercent(12_000, 12_000)).isEqualTo(50);
  }

  @Test
  void shouldTakeAShortOneForAPause() {
    silence.userCame(0);
    silence.logged(4_999, 5_000);

    assertThat(silence.longestPercent(5_000, 5_000)).isZero();
  }
}
