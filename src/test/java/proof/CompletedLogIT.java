package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What is added to a run's log after the load, and what becomes of a run where that fails. */
@Execution(ExecutionMode.CONCURRENT)
class CompletedLogIT {

  private static SimulationRun run() {
    return SimulationRun.of(PingSimulation.class)
        .load(4, 8)
        .with("loadgate.profiles.light.weights.ping", 1)
        .with("loadgate.profiles.light.weights.idle", 1)
        .with("loadgate.gates.ping.p95", "5s")
        // There is no request that could fail.
        .with("loadgate.gates.idle.failure-rate", "null");
  }

  @Test
  void userTypeShouldHaveOneExecutionPerRequestAlsoWithGroupsOfItsOwn() throws Exception {
    FinishedRun run =
        run()
            .with("loadgate.gates.ping.details.Twice.p95", "5s")
            .with("loadgate.gates.ping.details.Ping.p95", "5s")
            .finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    RunStatistics log = RunStatistics.of(RunLog.inFolder(run.runFolder()).file());
    long requests = log.global().count();
    long pings = log.find(List.of("Ping", "Ping")).orElseThrow().summary().count();
    assertThat(run.gate("ping p95").samples()).isEqualTo(requests).isEqualTo(3 * pings);
    assertThat(run.gate("ping / Twice p95").samples()).isEqualTo(pings);
    assertThat(run.gate("ping / Ping p95").samples()).isEqualTo(pings);
    assertThat(run.assertions())
        .containsEntry(
            "Loadgate / Log completed: count of all events is greater than or equal to 1.0", true);
  }

  @Test
  void stepThatBreaksShouldTurnARunIncompleteThatIsGreenOtherwise() {
    FinishedRun run = run().with("loadgate.user-types.ping.breaks", "on").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.red())
        .contains(
            "Ping: count of all events is greater than or equal to 1.0",
            "Loadgate / Log completed: count of all events is greater than or equal to 1.0");
    assertThat(run.verdict()).isEqualTo("incomplete");
    assertThat(run.refusals())
        .containsExactly(
            "loadgate: the log was not completed, so the run fails:"
                + " java.lang.OutOfMemoryError: no memory left for this test");
  }

  @Test
  void userTypeThatSendsNothingShouldTurnItsGateRed() {
    FinishedRun run = run().with("loadgate.gates.idle.p95", "5s").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).containsExactly("idle p95");
    assertThat(run.gate("idle p95").actual()).isEmpty();
    assertThat(run.gate("idle awake-rate").samples()).isPositive();
  }
}
