package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simulations.HealthSimulation;

/** What only shows with time, in seconds instead of half an hour. */
@Execution(ExecutionMode.CONCURRENT)
class EnduranceIT {

  private static final String DRIFT_OF_TIMES = "all requests p95-drift";
  private static final String SLOPE_OF_MEMORY = "target memory-slope max";

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

  /** A process of its own, whose memory is read; a new JVM grows by itself, but not as fast. */
  private static FinishedRun withMemoryOf(SimulationRun run) {
    return run.withOwnBackend()
        .with("loadgate.gates.target.memory-slope.max", "15GB/h")
        .with("loadgate.gates.global.p95-drift", "10000%")
        .finish();
  }

  @Test
  void leakShouldTurnTheSlopeOfMemoryRed() {
    FinishedRun run = withMemoryOf(run().with("loadgate.backend.faults.leak", "1GB"));

    assertThat(run.failed()).as(run.console()).containsExactly(SLOPE_OF_MEMORY);
    assertThat(run.gate(SLOPE_OF_MEMORY).value()).isBetween(30_000.0, 120_000.0);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void backendWithoutALeakShouldLeaveItGreen() throws IOException {
    FinishedRun run = withMemoryOf(run());

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.gate(SLOPE_OF_MEMORY).value()).isLessThan(15_000);
    assertThat(run.gate("target memory max").value()).isBetween(50.0, 4_000.0);
    assertThat(Files.readAllLines(run.runFolder().resolve("resources.csv")))
        .hasSizeGreaterThan(10)
        .first()
        .asString()
        .startsWith(
            "timestamp,cpu_percent,memory_percent,memory_mb,disk_read_mb,disk_write_mb,"
                + "network_sent_mb,network_recv_mb,");
  }
}
