package proof.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import loadgate.runlog.RunLog;
import loadgate.stats.ErrorCount;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import proof.FinishedRun;
import proof.SimulationRun;

/** What was never sent turns a run red: a team's own API with 4 users, and usual mistakes. */
class OrderClerkIT {

  private static final String UNSENT = "order-clerk unsent";
  private static final String USERS_STARTED = "order-clerk users-started";

  private static final String STORE_TIME_GATE = "loadgate.gates.order-clerk.store-time.max";

  private OrdersApi api;

  @BeforeEach
  void start() throws IOException {
    api = new OrdersApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private SimulationRun run(Mistake mistake) {
    return SimulationRun.of(OrderSimulation.class)
        .load(4, 4)
        .with("loadgate.profiles.light.weights.order-clerk", 1)
        .with("baseUrl", api.url())
        .with("loadgate.user-types.order-clerk.mistake", mistake.name())
        .with("loadgate.user-types.order-clerk.think-time", "300ms")
        .with("loadgate.gates.order-clerk.p95", "5s");
  }

  private static RunStatistics statistics(FinishedRun run) throws IOException {
    return RunStatistics.of(RunLog.inFolder(run.runFolder()).file());
  }

  private static List<String> errors(FinishedRun run) throws IOException {
    return statistics(run).errors().stream().map(ErrorCount::message).map(String::strip).toList();
  }

  private static long count(FinishedRun run, String request) throws IOException {
    return statistics(run)
        .find(List.of("Order Clerk", request))
        .map(found -> found.summary().count())
        .orElse(0L);
  }

  /** Red by nothing but what was never sent; its requests are all in the user type's figures. */
  private static void assertUnsent(FinishedRun run, long occurrences) throws IOException {
    assertThat(run.failed()).containsExactly(UNSENT);
    assertUnsentAmongOthers(run, occurrences);
  }

  private static void assertUnsentAmongOthers(FinishedRun run, long occurrences)
      throws IOException {
    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.gate(UNSENT).value()).isEqualTo(occurrences);
    assertThat(run.gate("order-clerk p95").samples()).isEqualTo(statistics(run).global().count());
    assertThat(run.gate(USERS_STARTED).value()).isEqualTo(100);
  }

  @Test
  void healthyRunShouldHaveNothingUnsentAndAllUsersStarted() throws Exception {
    FinishedRun run = run(Mistake.NONE).finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.gate(UNSENT).value()).isZero();
    assertThat(run.gate(UNSENT).samples()).isEqualTo(4);
    assertThat(run.gate(USERS_STARTED).value()).isEqualTo(100);
    assertThat(run.gate(USERS_STARTED).samples()).isEqualTo(4);
    assertThat(run.gate("order-clerk order-placed-rate").value()).isEqualTo(100);
    assertThat(run.gate("order-clerk order-placed-rate").samples())
        .isEqualTo(count(run, "Place Order"));
    assertThat(errors(run)).isEmpty();
  }

  @Test
  void misspeltVariableShouldBeUnsentAndNoSample() throws Exception {
    FinishedRun run = run(Mistake.MISSPELT_VARIABLE).finish();

    assertUnsent(run, count(run, "Place Order"));
    assertThat(errors(run)).containsExactly("Look at Order: No attribute named 'idd' is defined");
  }

  @Test
  void clerkThatIsNeverLetInShouldTurnUsersStartedRed() throws Exception {
    api.lockOut(1);

    FinishedRun run =
        run(Mistake.NONE)
            .with("loadgate.gates.global.failure-rate", "99%")
            .with("loadgate.gates.order-clerk.failure-rate", "99%")
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed())
        .containsExactlyInAnyOrder(
            USERS_STARTED, "order-clerk worst-connection max", "order-clerk worst-user max");
    assertThat(run.gate(USERS_STARTED).value()).isEqualTo(75);
    assertThat(run.gate("order-clerk worst-user max").value()).isEqualTo(100);
    assertThat(run.gate(USERS_STARTED).samples()).isEqualTo(4);
    assertThat(run.gate(UNSENT).value()).isZero();
    assertThat(count(run, "Login")).isGreaterThan(5);
    assertThat(run.failedRequests()).isEqualTo(count(run, "Login") - 3);
  }

  @Test
  void functionThatThrowsShouldBeUnsentWithItsMessage() throws Exception {
    FinishedRun run = run(Mistake.FUNCTION_THROWS).finish();

    assertUnsent(run, count(run, "Place Order"));
    assertThat(errors(run))
        .containsExactly("Order Clerk: hook failed: j.l.IllegalStateException: no article is left");
  }

  @Test
  void functionThatThrowsShouldBeUnsentAlsoWhenTheUserIsMarkedAsSucceeded() throws Exception {
    FinishedRun run = run(Mistake.FUNCTION_THROWS_UNNOTICED).finish();

    assertUnsent(run, count(run, "Place Order"));
    assertThat(errors(run))
        .containsExactly("Order Clerk: hook failed: j.l.IllegalStateException: no article is left");
  }

  @Test
  void iterationThatFailsWithoutAFailedRequestShouldBeUnsent() throws Exception {
    FinishedRun run = run(Mistake.MARKED_AS_FAILED).finish();

    assertUnsent(run, count(run, "Place Order"));
    assertThat(errors(run))
        .containsExactly("Order Clerk: iteration failed without a failed request");
  }

  @Test
  void iterationThatIsLeftFailedInTheMiddleShouldBeUnsent() throws Exception {
    FinishedRun run = run(Mistake.EXITS_FAILED).finish();

    assertThat(run.failed()).containsExactly(UNSENT, "order-clerk users-finished");
    assertThat(run.gate("order-clerk users-finished").value()).isZero();
    assertUnsentAmongOthers(run, 4);
    assertThat(count(run, "Place Order")).isEqualTo(4);
    assertThat(errors(run))
        .containsExactly("Order Clerk: what it did last failed without a failed request");
  }

  @Test
  void stopThatThrowsShouldBeUnsent() throws Exception {
    FinishedRun run = run(Mistake.STOP_THROWS).finish();

    assertUnsent(run, 4);
  }

  @Test
  void conditionOfALoopThatCannotBeToldShouldBeUnsent() throws Exception {
    FinishedRun run = run(Mistake.LOOP_CONDITION).finish();

    assertUnsent(run, count(run, "Place Order"));
    assertThat(errors(run))
        .containsExactly(
            "Order Clerk: Condition evaluation crashed with message"
                + " 'No attribute named 'more' is defined', exiting loop");
  }

  @Test
  void columnThatTheFeederDoesNotHaveShouldBeUnsent() throws Exception {
    FinishedRun run = run(Mistake.FEEDER_WITHOUT_COLUMN).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.gate(UNSENT).value()).isGreaterThan(4);
    assertThat(errors(run))
        .containsExactly("Look at Order: No attribute named 'article' is defined");
  }

  @Test
  void lostOrdersShouldBeMissesOfTheirRate() throws Exception {
    api.lose(2, 4, 6, 8, 10, 12, 14);

    FinishedRun run =
        run(Mistake.NONE)
            .with("loadgate.gates.global.failure-rate", "99%")
            .with("loadgate.gates.order-clerk.failure-rate", "99%")
            .with("loadgate.gates.order-clerk.order-placed-rate", "99%")
            .finish();

    long orders = count(run, "Place Order");
    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).containsExactly("order-clerk order-placed-rate");
    assertThat(run.gate("order-clerk order-placed-rate").samples()).isEqualTo(orders);
    assertThat(run.gate("order-clerk order-placed-rate").value())
        .isCloseTo(100.0 * (orders - 7) / orders, within(1e-9));
  }

  @Test
  void ordersThatAreLeftInTheMiddleShouldBeMissesOfTheirRate() throws Exception {
    api.lose(2, 4, 6, 8, 10, 12, 14);

    FinishedRun run =
        run(Mistake.LEAVES_BLOCK)
            .with("loadgate.gates.global.failure-rate", "99%")
            .with("loadgate.gates.order-clerk.failure-rate", "99%")
            .with("loadgate.gates.order-clerk.order-placed-rate", "99%")
            .finish();

    long orders = count(run, "Place Order");
    assertThat(run.failed()).containsExactly("order-clerk order-placed-rate");
    assertThat(count(run, "Look at Order")).isEqualTo(orders - 7);
    assertThat(run.gate("order-clerk order-placed-rate").samples()).isEqualTo(orders);
    assertThat(run.gate("order-clerk order-placed-rate").value())
        .isCloseTo(100.0 * (orders - 7) / orders, within(1e-9));
  }

  @Test
  void valuesThatMostAnswersTellShouldMeetTheirGate() throws Exception {
    FinishedRun run = run(Mistake.NONE).with(STORE_TIME_GATE, "1s").finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.gate("order-clerk store-time-marker-rate").value()).isEqualTo(100);
    assertThat(run.gate("order-clerk store-time-marker-rate").samples())
        .isEqualTo(count(run, "Place Order"));
  }

  @Test
  void valueThatOneAnswerTellsShouldNotDoForAllOfThem() throws Exception {
    api.tellTimes(1);

    FinishedRun run = run(Mistake.NONE).with(STORE_TIME_GATE, "1s").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).containsExactly("order-clerk store-time-marker-rate");
    assertThat(run.gate("order-clerk store-time max").value()).isEqualTo(3);
    assertThat(run.gate("order-clerk store-time-marker-rate").value())
        .isCloseTo(100.0 / count(run, "Place Order"), within(1e-9));
  }

  @Test
  void feederThatRunsDryShouldEndTheRunRedWithItsReport() throws Exception {
    // In the process of later runs its feeder would be found empty.
    FinishedRun run = run(Mistake.FEEDER_RUNS_DRY).inOwnProcess().finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).contains(UNSENT);
    assertThat(run.gate(UNSENT).value()).isPositive();
    assertThat(errors(run))
        .singleElement()
        .asString()
        .startsWith("Order Clerk: Feeder in-memory crashed: feeder is now empty");
  }

  @Test
  void exceptionOfAUserTypeShouldBeOneLineThatNamesIt() {
    FinishedRun run = run(Mistake.ITERATE_THROWS).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals())
        .singleElement()
        .asString()
        .matches(
            "loadgate: user type Order Clerk: java.lang.IndexOutOfBoundsException: Index.*"
                + " \\(OrderClerkUser.java:\\d+\\)");
    assertThat(run.console()).doesNotContain("\tat ");
    assertThat(api.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(names = {"FEEDER_EMPTY", "FEEDER_EMPTY_RANDOM"})
  void feederWithoutAnyLineShouldBeRefusedBeforeTheLoad(Mistake mistake) {
    FinishedRun run = run(mistake).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals())
        .containsExactly("loadgate: user type Order Clerk: feeder csv(no-articles.csv) is empty");
    assertThat(run.console()).doesNotContain("started...").doesNotContain("\tat ");
    assertThat(api.requests()).as("the preflight and the warm-up").isEqualTo(2);
  }

  @Test
  void feederWhoseFileIsMissingShouldBeRefusedBeforeTheLoad() {
    FinishedRun run = run(Mistake.FEEDER_MISSING).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals())
        .singleElement()
        .asString()
        .startsWith(
            "loadgate: user type Order Clerk: Could not locate feeder file: Resource"
                + " orders/no-such-articles.csv not found");
    assertThat(run.console()).doesNotContain("\tat ");
    assertThat(api.requests()).isZero();
  }

  /** A locked account is not the user's who comes through with the next one. */
  @Test
  void accountThatIsLockedShouldCountAlsoWhenTheNextAttemptHasAnother() throws Exception {
    api.lockOut(1);

    FinishedRun run =
        run(Mistake.NEXT_ACCOUNT).with("loadgate.gates.global.failure-rate", "99%").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).contains(USERS_STARTED);
    assertThat(run.gate(USERS_STARTED).value()).isEqualTo(75);
    assertThat(run.gate("order-clerk users-finished").value()).isEqualTo(100);
  }

  @Test
  void silentRequestThatAlwaysFailsShouldBeRed() {
    FinishedRun run = run(Mistake.SILENT_REQUEST).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).containsExactly("order-clerk silent-failures max");
    assertThat(run.gate("order-clerk silent-failures max").value()).isEqualTo(100);
    assertThat(run.failedRequests()).isZero();
  }

  @Test
  void userWhoIsCutOffInItsIterationShouldNotHaveFinished() {
    FinishedRun run =
        run(Mistake.NEVER_GOES_ON)
            .with("gatling.http.requestTimeout", 1000)
            .with("loadgate.leave-timeout", "2s")
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).contains("order-clerk users-finished");
    assertThat(run.gate("order-clerk users-finished").value()).isZero();
  }

  @Test
  void addressWhereRequestsFailShouldBeRed() throws Exception {
    try (BusyAdvisor advisor = new BusyAdvisor()) {
      FinishedRun run =
          run(Mistake.ASKS_ADVISOR)
              .with("advisor", advisor.url())
              .with("loadgate.gates.global.failure-rate", "99%")
              .with("loadgate.gates.order-clerk.failure-rate", "99%")
              .finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).contains("order-clerk worst-address max");
      assertThat(run.gate("order-clerk worst-address max").value()).isEqualTo(100);
    }
  }
}
