package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StallCollectorTest {

  private final StallCollector stalls = new StallCollector();

  private void answered(int startMillis, int endMillis) {
    stalls.record(startMillis, endMillis, true, "");
  }

  private void failed(int startMillis, int endMillis, String message) {
    stalls.record(startMillis, endMillis, false, message);
  }

  private double longest() {
    return stalls.longest().orElseThrow();
  }

  @Test
  void shouldBeTheWaitOfTheOnlyRequest() {
    answered(1_000, 3_000);

    assertThat(longest()).isEqualTo(2_000);
  }

  @Test
  void shouldLeaveOutTheTimeInWhichNobodyWaited() {
    answered(0, 20);
    answered(5_000, 5_300);

    assertThat(longest()).isEqualTo(300);
  }

  @Test
  void shouldNotBeLongWhenAnotherIsAnsweredMeanwhile() {
    for (int second = 0; second < 9; second++) {
      answered(second * 1_000, second * 1_000 + 10);
    }
    answered(0, 9_000);

    // The slow one waits all the time, but never longer than a second without anybody's answer.
    assertThat(longest()).isCloseTo(1_000, within(30.0));
  }

  @Test
  void shouldSeeThatEverybodyWaitsWhateverTheOrderOfTheRecords() {
    answered(9_050, 9_070);
    answered(40, 9_030);
    answered(2_000, 9_020);
    answered(0, 30);
    answered(50, 9_010);

    assertThat(longest()).isCloseTo(8_980, within(30.0));
  }

  @Test
  void shouldTakeATimeOutForAWaitAndForNoAnswer() {
    answered(0, 10);
    failed(100, 2_100, "Request timeout to 127.0.0.1/127.0.0.1:80 after 2000 ms");
    failed(4_000, 6_000, "i.g.h.c.i.RequestTimeoutException: Request timeout to a/b:80 after 2 ms");
    answered(6_500, 6_600);

    // Two seconds, two seconds and a tenth; nobody waited in between.
    assertThat(longest()).isCloseTo(4_100, within(30.0));
  }

  @Test
  void shouldCountTheWaitAfterTheLastAnswer() {
    answered(0, 10);
    failed(20, 10_020, "j.i.IOException: Premature close");

    assertThat(longest()).isCloseTo(10_000, within(30.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status.find.is(200), but actually found 500",
        "jsonPath($.state).find.is(done), but actually found timeout"
      })
  void shouldTakeAFailedCheckForAnAnswer(String message) {
    failed(0, 1_000, message);
    failed(0, 2_000, message);

    assertThat(longest()).isCloseTo(1_000, within(30.0));
  }

  @Test
  void shouldKnowNoStallWithoutRequests() {
    assertThat(stalls.longest()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"64, 640", "256, 160", "4096, 30"})
  void shouldStayNearTheTruthInBoundedMemory(int slots, double precision) {
    StallCollector few = new StallCollector(slots);
    for (int at = 0; at < 10_000; at += 20) {
      if (at < 3_000 || at >= 7_000) {
        few.record(at, at + 10, true, "");
      }
    }
    few.record(3_000, 7_000, true, "");

    assertThat(few.longest().orElseThrow()).isCloseTo(4_000, within(precision));
  }
}
