package loadgate.stats;

import static loadgate.model.StageMeasure.FAILURE_DRIFT;
import static loadgate.model.StageMeasure.FINAL_P95_GROWTH;
import static loadgate.model.StageMeasure.FINAL_THROUGHPUT;
import static loadgate.model.StageMeasure.P95_DRIFT;
import static loadgate.model.StageMeasure.SCALING_EFFICIENCY;
import static loadgate.model.StageMeasure.STEADY_THROUGHPUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import loadgate.model.StageWindow;
import loadgate.runlog.GroupPath;
import org.junit.jupiter.api.Test;

class StagesCollectorTest {

  private static final GroupPath SHOP = GroupPath.of("Shop");

  /** 10 users for 20 s, of which they take 2 s to come, then 20 users for another 20 s. */
  private static final List<StageWindow> DOUBLED =
      List.of(stage(10, 0, 2, 20), stage(20, 20, 22, 40));

  /** 10 users who take 20 s to come and stay for 40 s, in quarters of 10 s. */
  private static final List<StageWindow> RISEN = List.of(stage(10, 0, 20, 60));

  @Test
  void shouldCountSuccessesFromTheEndOfTheLastRise() {
    StagesCollector run = run(DOUBLED);
    succeed(run, 50, 0, 22_000);
    succeed(run, 36, 22_000, 40_000);
    fail(run, 36, 22_000, 40_000);

    // 36 in the 18 seconds from 22 to 40; failures are no throughput.
    assertThat(STEADY_THROUGHPUT.of(run.all())).hasValue(2);
  }

  @Test
  void shouldBeSteadyThroughAFallAfterTheLastRise() {
    StagesCollector run = run(List.of(stage(10, 0, 2, 10), stage(5, 10, 11, 20)));
    succeed(run, 36, 2_000, 20_000);

    assertThat(STEADY_THROUGHPUT.of(run.all())).hasValue(2);
  }

  @Test
  void shouldKnowNoSteadyThroughputOfALoadThatNeverHolds() {
    assertThat(STEADY_THROUGHPUT.of(run(List.of(stage(10, 0, 20, 20))).all())).isEmpty();
  }

  @Test
  void shouldTakeTheLastStageWithUsersOnceItHasSettled() {
    StagesCollector run =
        run(List.of(stage(10, 0, 2, 20), stage(20, 20, 22, 40), stage(0, 40, 41, 50)));
    succeed(run, 100, 20_000, 25_000);
    succeed(run, 45, 25_000, 40_000);

    assertThat(FINAL_THROUGHPUT.of(run.all())).hasValue(3);
  }

  @Test
  void shouldSettleAShortStageForAQuarterOfIt() {
    StagesCollector run = run(List.of(stage(10, 0, 1, 8)));
    succeed(run, 100, 0, 2_000);
    succeed(run, 12, 2_000, 8_000);

    assertThat(FINAL_THROUGHPUT.of(run.all())).hasValue(2);
  }

  @Test
  void shouldTakeTheWorstStageForTheScalingEfficiency() {
    StagesCollector run =
        run(List.of(stage(1, 0, 0, 20), stage(2, 20, 20, 40), stage(4, 40, 40, 60)));
    succeed(run, 15, 5_000, 20_000);
    succeed(run, 27, 25_000, 40_000);
    succeed(run, 36, 45_000, 60_000);

    // 1/s with 1 user, 1.8/s with 2 (90 %), 2.4/s with 4 (60 %).
    assertThat(SCALING_EFFICIENCY.of(run.all()).orElseThrow()).isCloseTo(60, within(1e-9));
  }

  @Test
  void shouldKnowNoScalingOfOneStageOrFromNothing() {
    StagesCollector one = run(List.of(stage(1, 0, 0, 20)));
    succeed(one, 10, 5_000, 20_000);
    StagesCollector fromNothing = run(DOUBLED);
    succeed(fromNothing, 10, 25_000, 40_000);

    assertThat(SCALING_EFFICIENCY.of(one.all())).isEmpty();
    assertThat(SCALING_EFFICIENCY.of(fromNothing.all())).isEmpty();
  }

  @Test
  void shouldCompareTheFailedSharesOfBothHalves() {
    StagesCollector run = run(DOUBLED);
    succeed(run, 98, 0, 20_000);
    fail(run, 2, 0, 20_000);
    succeed(run, 97, 20_000, 40_000);
    fail(run, 3, 20_000, 40_000);

    assertThat(FAILURE_DRIFT.of(run.all()).orElseThrow()).isCloseTo(150, within(1e-9));
  }

  @Test
  void shouldSeeNoDriftInAHandfulOfFailures() {
    StagesCollector run = run(DOUBLED);
    succeed(run, 1000, 0, 20_000);
    succeed(run, 999, 20_000, 40_000);
    fail(run, 1, 20_000, 40_000);

    assertThat(FAILURE_DRIFT.of(run.all())).hasValue(0);
  }

  @Test
  void shouldSeeAnEndlessDriftWhenOnlyTheSecondHalfFails() {
    StagesCollector run = run(DOUBLED);
    succeed(run, 10, 0, 20_000);
    fail(run, 10, 20_000, 40_000);

    assertThat(FAILURE_DRIFT.of(run.all())).hasValue(1_000_000);
  }

  @Test
  void shouldKnowNoDriftWithoutTwoHalves() {
    StagesCollector run = run(DOUBLED);
    succeed(run, 10, 0, 20_000);

    assertThat(FAILURE_DRIFT.of(run.all())).isEmpty();
  }

  @Test
  void shouldCompareTheSlowestOfTheLastQuarterWithTheFirstAfterTheRise() {
    StagesCollector run = run(RISEN);
    request(run, "Shop", 19_999, 1_000, true);
    request(run, "Shop", 20_000, 40, true);
    request(run, "Shop", 29_999, 20, true);
    request(run, "Shop", 30_000, 2_000, true);
    request(run, "Shop", 49_999, 2_000, true);
    request(run, "Shop", 50_000, 30, true);
    request(run, "Shop", 59_999, 70, true);
    request(run, "Shop", 60_000, 3_000, true);

    assertThat(P95_DRIFT.of(run.all())).hasValue(175);
    assertThat(P95_DRIFT.of(run.of("Shop").orElseThrow())).hasValue(175);
  }

  @Test
  void shouldSeeNoDriftBelowTenMilliseconds() {
    StagesCollector fast = run(RISEN);
    request(fast, "Shop", 25_000, 1, true);
    request(fast, "Shop", 55_000, 10, true);
    StagesCollector slower = run(RISEN);
    request(slower, "Shop", 25_000, 1, true);
    request(slower, "Shop", 55_000, 16, true);

    assertThat(P95_DRIFT.of(fast.all())).hasValue(100);
    assertThat(P95_DRIFT.of(slower.all())).hasValue(160);
  }

  @Test
  void shouldKnowNoDriftWithoutRequestsInBothQuarters() {
    StagesCollector late = run(RISEN);
    succeed(late, 10, 30_000, 60_000);
    StagesCollector early = run(RISEN);
    succeed(early, 10, 0, 50_000);
    StagesCollector rising = run(List.of(stage(10, 0, 20, 20)));
    succeed(rising, 10, 0, 20_000);

    assertThat(P95_DRIFT.of(late.all())).isEmpty();
    assertThat(P95_DRIFT.of(early.all())).isEmpty();
    assertThat(P95_DRIFT.of(rising.all())).isEmpty();
  }

  @Test
  void shouldCompareTheSlowestOfTheLastStageWithTheFirst() {
    StagesCollector run = run(DOUBLED);
    request(run, "Shop", 10_000, 40, true);
    request(run, "Shop", 30_000, 60, true);

    assertThat(FINAL_P95_GROWTH.of(run.all())).hasValue(150);
    assertThat(FINAL_P95_GROWTH.of(run(List.of(stage(1, 0, 0, 20))).all())).isEmpty();
  }

  @Test
  void shouldKeepUserTypesApart() {
    StagesCollector run = run(List.of(stage(10, 0, 0, 10)));
    succeed(run, 20, 0, 10_000);
    request(run, "Other", 5_000, 1, true);

    assertThat(STEADY_THROUGHPUT.of(run.of("Shop").orElseThrow())).hasValue(2);
    assertThat(STEADY_THROUGHPUT.of(run.of("Other").orElseThrow())).hasValue(0.1);
    assertThat(run.of("Nobody")).isEmpty();
    assertThat(STEADY_THROUGHPUT.of(run.all())).hasValue(2.1);
  }

  @Test
  void shouldCountFromTheFirstUserAndNotAfterTheLastStage() {
    StagesCollector run = new StagesCollector(List.of(stage(10, 0, 0, 10)));
    run.user(0, true, 3_000);
    request(run, "Shop", 12_999, 1, true);
    request(run, "Shop", 13_000, 1, true);

    assertThat(STEADY_THROUGHPUT.of(run.all())).hasValue(0.1);
    assertThat(run.lastMillis()).isEqualTo(13_000);
  }

  private static StagesCollector run(List<StageWindow> stages) {
    StagesCollector run = new StagesCollector(stages);
    run.user(0, true, 0);
    return run;
  }

  private static StageWindow stage(double load, int start, int reached, int end) {
    return new StageWindow(
        load, Duration.ofSeconds(start), Duration.ofSeconds(reached), Duration.ofSeconds(end));
  }

  private static void succeed(StagesCollector run, int count, int from, int to) {
    spread(run, count, from, to, true);
  }

  private static void fail(StagesCollector run, int count, int from, int to) {
    spread(run, count, from, to, false);
  }

  private static void spread(StagesCollector run, int count, int from, int to, boolean ok) {
    for (int i = 0; i < count; i++) {
      request(run, "Shop", from + i * (to - from) / count, 1, ok);
    }
  }

  private static void request(
      StagesCollector run, String userType, int end, int responseTime, boolean ok) {
    GroupPath group = userType.equals("Shop") ? SHOP : GroupPath.of(userType);
    run.request(group, "Buy", end - responseTime, end, ok, "");
  }
}
