package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import loadgate.gates.Verdict;
import loadgate.history.HistoryEntry;
import loadgate.history.HistoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whether a run says that its load generator was the bottleneck. */
@Execution(ExecutionMode.CONCURRENT)
class SaturatedInjectorIT {

  private static final String SATURATED = "injector saturated max";
  private static final String STALLED = "injector stalled max";

  /** A lag that no busy machine causes. */
  private static SimulationRun run(Class<?> simulation, RawServer server) {
    return SimulationRun.of(simulation)
        .inOwnProcess()
        .withInjectorGate()
        .with("loadgate.monitor.injector", "{ cpu = 99.9%, gc-pauses = 1s, lag = 1s }")
        .with("baseUrl", server.baseUrl())
        .with("loadgate.profiles.light.weights.order", 1)
        .with("loadgate.profiles.light.weights.blocking", 1)
        .with("loadgate.user-types.order.think-time", "100ms")
        .with("loadgate.user-types.blocking.think-time", "100ms")
        .with("loadgate.gates.global.longest-stall", "60s")
        .load(8, 9);
  }

  @Test
  void runShouldBeInvalidWhenItsLoadGeneratorStandsStill() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run =
          run(BlockingSimulation.class, server).fault("a user's function computes").finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.verdict()).isEqualTo("invalid");
      assertThat(run.titles("invalid")).containsExactly(SATURATED);
      assertThat(run.failed()).isEmpty();
      assertThat(run.gate(SATURATED).value()).isGreaterThan(20);
      assertThat(run.console())
          .contains("The load generator was too busy", "verdict of the run: invalid");
      List<HistoryEntry> history = new HistoryFile(run.results()).read().runs();
      assertThat(history).extracting(HistoryEntry::verdict).containsExactly(Verdict.INVALID);
    }
  }

  @Test
  void runShouldBeInvalidWhenItsProcessIsStoppedForAWhile() throws IOException {
    Programs.assumeInstalled("a process that is stopped", "kill", "sleep");
    try (RawServer server = new RawServer()) {
      FinishedRun run =
          run(OrderSimulation.class, server)
              .fault("the process of the load generator stands still for 4 of 9 s")
              .finishAfter("started...", SaturatedInjectorIT::stopForFourSeconds);

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.verdict()).isEqualTo("invalid");
      assertThat(run.titles("invalid")).contains(STALLED);
      assertThat(run.failed()).isEmpty();
      assertThat(run.gate(STALLED).value()).isBetween(30.0, 60.0);
      assertThat(run.console()).contains("stood still for 4");
    }
  }

  private static void stopForFourSeconds(Process process) {
    try {
      String pid = String.valueOf(process.pid());
      Programs.output("kill", "-STOP", pid);
      Programs.output("sleep", "4");
      Programs.output("kill", "-CONT", pid);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void runShouldBeValidWhenItsLoadGeneratorKeepsUp() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run = run(OrderSimulation.class, server).finish();

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.verdict()).isEqualTo("pass");
      assertThat(run.gate(SATURATED).value()).isLessThanOrEqualTo(20);
      assertThat(run.gate(STALLED).value()).isLessThanOrEqualTo(5);
    }
  }
}
