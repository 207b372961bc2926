package loadgate.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import loadgate.runlog.GroupPath;
import org.junit.jupiter.api.Test;

class StageCourseTest {

  private static final GroupPath SHOP = GroupPath.of("Shop");

  /** 10 users for 20 s, of which they take 2 s to come, then 20 users for another 20 s. */
  private static final List<StageWindow> DOUBLED =
      List.of(stage(10, 0, 2, 20), stage(20, 20, 22, 40));

  @Test
  void shouldCountSuccessesFromTheEndOfTheLastRise() {
    StageAnalysis course = course(DOUBLED);
    succeed(course, 50, 0, 22_000);
    succeed(course, 36, 22_000, 40_000);
    fail(course, 36, 22_000, 40_000);

    // 36 in the 18 seconds from 22 to 40; failures are no throughput.
    assertThat(course.all().steadyThroughput()).hasValue(2);
  }

  @Test
  void shouldBeSteadyThroughAFallAfterTheLastRise() {
    StageAnalysis course = course(List.of(stage(10, 0, 2, 10), stage(5, 10, 11, 20)));
    succeed(course, 36, 2_000, 20_000);

    assertThat(course.all().steadyThroughput()).hasValue(2);
  }

  @Test
  void shouldKnowNoSteadyThroughputOfALoadThatNeverHolds() {
    assertThat(course(List.of(stage(10, 0, 20, 20))).all().steadyThroughput()).isEmpty();
  }

  @Test
  void shouldTakeTheLastStageWithUsersOnceItHasSettled() {
    StageAnalysis course =
        course(List.of(stage(10, 0, 2, 20), stage(20, 20, 22, 40), stage(0, 40, 41, 50)));
    succeed(course, 100, 20_000, 25_000);
    succeed(course, 45, 25_000, 40_000);

    assertThat(course.all().finalThroughput()).hasValue(3);
  }

  @Test
  void shouldSettleAShortStageForAQuarterOfIt() {
    StageAnalysis course = course(List.of(stage(10, 0, 1, 8)));
    succeed(course, 100, 0, 2_000);
    succeed(course, 12, 2_000, 8_000);

    assertThat(course.all().finalThroughput()).hasValue(2);
  }

  @Test
  void shouldTakeTheWorstStageForTheScalingEfficiency() {
    StageAnalysis course =
        course(List.of(stage(1, 0, 0, 20), stage(2, 20, 20, 40), stage(4, 40, 40, 60)));
    succeed(course, 15, 5_000, 20_000);
    succeed(course, 27, 25_000, 40_000);
    succeed(course, 36, 45_000, 60_000);

    // 1/s with 1 user, 1.8/s with 2 (90 %), 2.4/s with 4 (60 %).
    assertThat(course.all().scalingEfficiency().orElseThrow()).isCloseTo(60, within(1e-9));
  }

  @Test
  void shouldKnowNoScalingOfOneStageOrFromNothing() {
    StageAnalysis one = course(List.of(stage(1, 0, 0, 20)));
    succeed(one, 10, 5_000, 20_000);
    StageAnalysis fromNothing = course(DOUBLED);
    succeed(fromNothing, 10, 25_000, 40_000);

    assertThat(one.all().scalingEfficiency()).isEmpty();
    assertThat(fromNothing.all().scalingEfficiency()).isEmpty();
  }

  @Test
  void shouldCompareTheFailedSharesOfBothHalves() {
    StageAnalysis course = course(DOUBLED);
    succeed(course, 98, 0, 20_000);
    fail(course, 2, 0, 20_000);
    succeed(course, 97, 20_000, 40_000);
    fail(course, 3, 20_000, 40_000);

    assertThat(course.all().failureDrift().orElseThrow()).isCloseTo(150, within(1e-9));
  }

  @Test
  void shouldSeeNoDriftInAHandfulOfFailures() {
    StageAnalysis course = course(DOUBLED);
    succeed(course, 1000, 0, 20_000);
    succeed(course, 999, 20_000, 40_000);
    fail(course, 1, 20_000, 40_000);

    assertThat(course.all().failureDrift()).hasValue(0);
  }

  @Test
  void shouldSeeAnEndlessDriftWhenOnlyTheSecondHalfFails() {
    StageAnalysis course = course(DOUBLED);
    succeed(course, 10, 0, 20_000);
    fail(course, 10, 20_000, 40_000);

    assertThat(course.all().failureDrift()).hasValue(1_000_000);
  }

  @Test
  void shouldKnowNoDriftWithoutTwoHalves() {
    StageAnalysis course = course(DOUBLED);
    succeed(course, 10, 0, 20_000);

    assertThat(course.all().failureDrift()).isEmpty();
  }

  @Test
  void shouldCompareTheSlowestOfTheLastStageWithTheFirst() {
    StageAnalysis course = course(DOUBLED);
    request(course, "Shop", 10_000, 40, true);
    request(course, "Shop", 30_000, 60, true);

    assertThat(course.all().finalP95Growth()).hasValue(150);
    assertThat(course(List.of(stage(1, 0, 0, 20))).all().finalP95Growth()).isEmpty();
  }

  @Test
  void shouldKeepUserTypesApart() {
    StageAnalysis course = course(List.of(stage(10, 0, 0, 10)));
    succeed(course, 20, 0, 10_000);
    request(course, "Other", 5_000, 1, true);

    assertThat(course.of("Shop").orElseThrow().steadyThroughput()).hasValue(2);
    assertThat(course.of("Other").orElseThrow().steadyThroughput()).hasValue(0.1);
    assertThat(course.of("Nobody")).isEmpty();
    assertThat(course.all().steadyThroughput()).hasValue(2.1);
  }

  @Test
  void shouldCountFromTheFirstUserAndNotAfterTheLastStage() {
    StageAnalysis course = new StageAnalysis(List.of(stage(10, 0, 0, 10)));
    course.user(0, true, 3_000);
    request(course, "Shop", 12_999, 1, true);
    request(course, "Shop", 13_000, 1, true);

    assertThat(course.all().steadyThroughput()).hasValue(0.1);
    assertThat(course.lastMillis()).isEqualTo(13_000);
  }

  private static StageAnalysis course(List<StageWindow> stages) {
    StageAnalysis course = new StageAnalysis(stages);
    course.user(0, true, 0);
    return course;
  }

  private static StageWindow stage(double load, int start, int reached, int end) {
    return new StageWindow(
        load, Duration.ofSeconds(start), Duration.ofSeconds(reached), Duration.ofSeconds(end));
  }

  private static void succeed(StageAnalysis course, int count, int from, int to) {
    spread(course, count, from, to, true);
  }

  private static void fail(StageAnalysis course, int count, int from, int to) {
    spread(course, count, from, to, false);
  }

  private static void spread(StageAnalysis course, int count, int from, int to, boolean ok) {
    for (int i = 0; i < count; i++) {
      request(course, "Shop", from + i * (to - from) / count, 1, ok);
    }
  }

  private static void request(
      StageAnalysis course, String userType, int end, int responseTime, boolean ok) {
    GroupPath group = userType.equals("Shop") ? SHOP : GroupPath.of(userType);
    course.request(group, "Buy", end - responseTime, end, ok, "");
  }
}
