package proof.agent;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.QualityAgentSimulation;

/** Gates of the agent that watches language models: green when it is well, red when it is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class QualityAgentIT {

  private static final String FAILURES = "Global: percentage of failed events is less than 1.0";

  private final List<BackendServer> backends = new ArrayList<>();

  @AfterAll
  void stop() {
    backends.forEach(BackendServer::close);
  }

  private BackendServer start(BackendSettings settings) {
    BackendServer backend = BackendServer.start(settings);
    synchronized (backends) {
      backends.add(backend);
    }
    return backend;
  }

  private static SimulationRun run(String profile) {
    return SimulationRun.of(QualityAgentSimulation.class).with("profile", profile);
  }

  /** Limits that only a hanging agent breaks, however slow the machine. */
  private static SimulationRun patient(SimulationRun run) {
    for (String percentile : List.of("p50", "p95", "p99")) {
      run.with("loadgate.gates.global." + percentile + ".fail", "5s");
    }
    return run.with("loadgate.gates.agent-probe.memory.max.fail", "16GB");
  }

  private static SimulationRun patientStress() {
    return patient(run("agent-stress-50")).with("loadgate.gates.global.steady-throughput", "5/s");
  }

  @Test
  void healthyAgentShouldTurnNothingRed() {
    BackendServer backend = start(BackendSettings.onFreePort());
    FinishedRun run = patientStress().with("baseUrl", backend.baseUrl()).load(50, 12).finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.assertions())
        .isEqualTo(
            Map.of(
                FAILURES,
                true,
                "Global: 50th percentile of response time is less than 5000.0",
                true,
                "Global: 95th percentile of response time is less than 5000.0",
                true,
                "Global: 99th percentile of response time is less than 5000.0",
                true,
                "All requests / Steady throughput (1/s): min of response time is greater than 5.0",
                true,
                "Agent Probe / Memory (MB): max of response time is less than 16000.0",
                true));
    assertThat(run.usersStarted())
        .isEqualTo(
            Map.of(
                "Quality Agent", 17,
                "Quality Agent High Load", 17,
                "Quality Agent Burst", 16,
                "Agent Probe", 1));
    assertThat(run.console())
        .contains("ceiling   89.5/s")
        .containsPattern("agent-probe memory-growth max +\\d+ % +1  -");
    assertThat(backend.requests())
        .containsOnlyKeys(
            "GET /",
            "POST /quality/analyze",
            "GET /quality/insights",
            "POST /regression/baseline",
            "POST /regression/detect",
            "GET /analytics/summary",
            "GET /analytics/trends",
            "GET /analytics/comparison",
            "POST /validation/create",
            "POST /workflow/validate",
            "GET /config/current",
            "GET /health/",
            "GET /admin/stats");
    for (String name :
        List.of(
            "/quality/analyze",
            "/quality/insights",
            "/regression/baseline",
            "/regression/detect",
            "/analytics/*",
            "/validation/create",
            "/workflow/validate",
            "/config/current",
            "/health",
            "/admin/stats")) {
      assertThat(run.console()).contains("> Quality Agent Burst / " + name + " ");
    }
    assertThat(run.console()).doesNotContain("> Agent Probe /");
  }

  @Test
  void latencyShouldTurnResponseTimesAndThroughputRed() {
    FinishedRun run =
        run("agent-stress-50")
            .with("loadgate.backend.faults.latency", "1200ms")
            .with("loadgate.gates.agent-probe.memory.max.fail", "16GB")
            .with("loadgate.profiles.agent-stress-50.weights.quality-agent", 0)
            .with("loadgate.profiles.agent-stress-50.weights.quality-agent-high-load", 0)
            .load(50, 9)
            .finish();

    assertThat(run.red())
        .as(run.console())
        .containsExactlyInAnyOrder(
            "Global: 50th percentile of response time is less than 200.0",
            "Global: 95th percentile of response time is less than 500.0",
            "Global: 99th percentile of response time is less than 1000.0",
            "All requests / Steady throughput (1/s): min of response time is greater than 50.0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.usersStarted()).isEqualTo(Map.of("Quality Agent Burst", 50, "Agent Probe", 1));
  }

  @Test
  void errorsAndMemoryShouldTurnTheirGatesRed() {
    FinishedRun run =
        patientStress()
            .with("loadgate.backend.faults.error-rate", "5%")
            .with("loadgate.gates.agent-probe.memory.max.warn", "1MB")
            .with("loadgate.gates.agent-probe.memory.max.fail", "2MB")
            .load(50, 8)
            .finish();

    assertThat(run.red())
        .as(run.console())
        .containsExactlyInAnyOrder(
            FAILURES, "Agent Probe / Memory (MB): max of response time is less than 2.0");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.console().strip()).endsWith("verdict of the run: fail");
  }

  /** 4, then 40, then 4 users; a growth of 1 % is none at all. */
  @Test
  void warnLimitsShouldBeShownWithoutTurningRed() {
    FinishedRun run =
        patient(run("agent-spike"))
            .with("loadgate.backend.faults.latency", "20ms")
            .with("loadgate.gates.global.p50.warn", "10ms")
            .with("loadgate.gates.global.final-p95-growth.warn", "1%")
            .with("loadgate.gates.agent-probe.memory.max.warn", "1MB")
            .with("users", 40)
            .with("duration", "15s")
            .finish();

    assertThat(run.red()).as(run.console()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.console())
        .contains("4 for 5.6 s, 4 to 40 in 0.36 s, 40 for 2.64 s")
        .containsPattern("all requests p50 .* warn\\n")
        .containsPattern("all requests final-p95-growth .* warn\\n")
        .containsPattern("agent-probe memory max .* warn\\n");
    assertThat(run.console().strip()).endsWith("verdict of the run: warn");
  }

  @Test
  void agentThatForgetsBaselinesShouldBeRefused() {
    FinishedRun run = run("agent-load").with("loadgate.backend.faults.baselines", "off").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals())
        .singleElement()
        .asString()
        .contains("POST /regression/detect was answered 404 instead of 200")
        .contains("No baseline for model-v1:v1.0.0");
    assertThat(run.console()).doesNotContain("started...");
    assertThat(run.hasRunFolder()).isFalse();
  }

  /** A restart loses all baselines; detections fail until users have made new ones. */
  @Test
  void agentThatLosesItsBaselinesInMidRunShouldTurnTheFailureGateRed() throws IOException {
    BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
    BackendSettings samePort =
        BackendSettings.onFreePort().withPort(URI.create(backend.baseUrl()).getPort());
    FinishedRun run =
        patientStress()
            .with("baseUrl", backend.baseUrl())
            .load(50, 10)
            .finishAfter(
                "started...",
                () -> {
                  backend.close();
                  start(samePort);
                });

    assertThat(run.red()).as(run.console()).containsExactly(FAILURES);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.console()).contains("status.find.is(200), found 404");
  }
}
