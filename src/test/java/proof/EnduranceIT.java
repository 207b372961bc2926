package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simulations.HealthSimulation;

/** What only shows with time, in seconds instead of half an hour. */
@Execution(ExecutionMode.CONCURRENT)
class EnduranceIT {

  private static final String DRIFT_OF_TIMES = "all requests p95-drift";

  private static SimulationRun run() {
    return SimulationRun.of(HealthSimulation.class)
        .with("profile", "endurance")
        .patient()
        .load(20, 20);
  }

  /** Answers take so long that the noise of a busy machine is small beside it. */
  @Test
  void steadyBackendShouldTurnNothingRed() {
    Faults steady = Faults.NONE.withLatency(Duration.ofMillis(300));
    try (BackendServer backend =
        BackendServer.start(BackendSettings.onFreePort().withFaults(steady))) {
      FinishedRun run = run().with("baseUrl", backend.baseUrl()).finish();

      assertThat(run.titles("pass"))
          .as(run.console())
          .contains(DRIFT_OF_TIMES, "all requests failure-drift");
      assertThat(run.gate(DRIFT_OF_TIMES).value()).isBetween(67.0, 149.0);
      assertThat(run.exitCode()).isZero();
    }
  }

  @Test
  void slowdownShouldTurnTheDriftOfTimesRed() {
    FinishedRun run = run().with("loadgate.backend.faults.slowdown", "3s").finish();

    assertThat(run.failed()).as(run.console()).containsExactly(DRIFT_OF_TIMES);
    assertThat(run.gate(DRIFT_OF_TIMES).value()).isGreaterThan(150);
    assertThat(run.exitCode()).isEqualTo(2);
  }
}
