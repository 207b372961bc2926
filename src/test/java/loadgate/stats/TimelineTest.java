package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private final StatisticsCollector collector = new StatisticsCollector();

  TimelineTest() {
    collector.header(
        new RunHeader("3.15.1", "Sim", Instant.EPOCH, "", List.of("health", "auth"), List.of()));
  }

  @Test
  void aRequestStartsInOneStepAndEndsInAnother() {
    request(900, 1100, true);
    request(1999, 2000, false);

    assertThat(each(Timeline.Step::started)).containsExactly(1L, 1L, 0L);
    assertThat(each(Timeline.Step::ok)).containsExactly(0L, 1L, 0L);
    assertThat(each(Timeline.Step::ko)).containsExactly(0L, 0L, 1L);
    assertThat(each(Timeline.Step::startSeconds)).containsExactly(0L, 1L, 2L);
  }

  @Test
  void responseTimesCountWhereTheRequestEnded() {
    for (int millis = 1; millis <= 100; millis++) {
      request(2000 - millis, 2000, true);
    }

    assertThat(each(Timeline.Step::p50)).containsExactly(0L, 0L, 50L);
    assertThat(each(Timeline.Step::p95)).containsExactly(0L, 0L, 95L);
    assertThat(each(Timeline.Step::max)).containsExactly(0L, 0L, 100L);
  }

  @Test
  void aPercentileIsAtMostASixtyFourthTooLow() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TimelineStepCollector step = new TimelineStepCollector();
      long[] times = random.longs(200, 0, 1L << (1 + random.nextInt(31))).toArray();
      Arrays.stream(times).forEach(time -> step.ended(time, true));
      Arrays.sort(times);

      Timeline.Step result = step.step(0, 0, List.of());

      assertThat(result.p50()).as("seed %d", seed).isBetween(times[99] - times[99] / 64, times[99]);
      assertThat(result.p95())
          .as("seed %d", seed)
          .isBetween(times[189] - times[189] / 64, times[189]);
      assertThat(result.max()).isEqualTo(times[199]);
    }
  }

  @Test
  void activeUsersAreTheMostAtATime() {
    collector.user(0, true, 100);
    collector.user(1, true, 200);
    collector.user(1, false, 300);
    collector.user(0, false, 3500);
    collector.user(0, true, 4000);

    assertThat(each(Timeline.Step::activeUsers)).containsExactly(2, 1, 1, 1, 1);
    assertThat(each(Timeline.Step::activeUsersPerScenario))
        .containsExactly(List.of(1, 1), List.of(1, 0), List.of(1, 0), List.of(1, 0), List.of(1, 0));
  }

  @Test
  void usersStayActiveUntilTheLastRequest() {
    collector.user(0, true, 100);
    request(2000, 2500, true);

    assertThat(each(Timeline.Step::activeUsers)).containsExactly(1, 1, 1);
  }

  @Test
  void aThousandSecondsAreStepsOfASecond() {
    request(0, 999_999, true);

    assertThat(timeline().step()).isEqualTo(Duration.ofSeconds(1));
    assertThat(timeline().steps()).hasSize(1000);
  }

  @Test
  void aLongerRunHasLongerSteps() {
    collector.user(0, true, 0);
    request(500, 1500, true);
    request(2500, 3500, true);
    collector.user(0, true, 3600);
    request(999_000, 1_000_003, false);

    assertThat(timeline().step()).isEqualTo(Duration.ofSeconds(2));
    assertThat(timeline().steps()).hasSize(501);
    assertThat(each(Timeline.Step::started)).startsWith(1L, 1L, 0L);
    assertThat(each(Timeline.Step::ok)).startsWith(1L, 1L, 0L);
    assertThat(each(Timeline.Step::activeUsers)).startsWith(1, 2, 2).endsWith(2, 2);
    assertThat(each(Timeline.Step::max)).startsWith(1000L, 1000L, 0L);
    assertThat(timeline().steps().get(500))
        .isEqualTo(new Timeline.Step(1000, 0, 0, 1, 2, List.of(2, 0), 1000, 1000, 1003));
  }

  @Test
  void theLongestTimeThatALogCanExpressIsNoLongerTimeline() {
    request(0, Integer.MAX_VALUE, true);

    assertThat(timeline().step()).isEqualTo(Duration.ofSeconds(4096));
    assertThat(timeline().steps()).hasSize(525);
  }

  @Test
  void nothingRecordedIsOneEmptyStep() {
    assertThat(timeline().steps())
        .containsExactly(new Timeline.Step(0, 0, 0, 0, 0, List.of(0, 0), 0, 0, 0));
  }

  private void request(int start, int end, boolean ok) {
    collector.request(GroupPath.NONE, "Ping", start, end, ok, "");
  }

  private Timeline timeline() {
    return collector.statistics().timeline();
  }

  private <T> List<T> each(Function<Timeline.Step, T> figure) {
    return timeline().steps().stream().map(figure).toList();
  }
}
