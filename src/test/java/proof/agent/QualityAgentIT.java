package proof.agent;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.QualityAgentSimulation;

/** The agent's gates pass when it is healthy and fail under each fault. */
@Execution(ExecutionMode.CONCURRENT)
class QualityAgentIT {

  private static final String FAILURE_RATE = "all requests failure-rate";
  private static final String MEMORY = "agent-probe memory max";

  private static final List<String> REQUESTS =
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
          "/admin/stats");

  private static SimulationRun run(String profile) {
    return SimulationRun.of(QualityAgentSimulation.class).with("profile", profile);
  }

  /** Limits that only a hanging agent breaks, however slow the machine. */
  private static SimulationRun patient(SimulationRun run) {
    for (String percentile : List.of("p50", "p95", "p99")) {
      run.with("loadgate.gates.global." + percentile + ".fail", "5s");
    }
    return run.with("loadgate.gates.global.longest-stall", "60s")
        .with("loadgate.gates.user-types.failure-rate.fail", "95%")
        .with("loadgate.gates.agent-probe.memory.max.fail", "16GB");
  }

  private static SimulationRun patientStress() {
    return patient(run("agent-stress-50")).with("loadgate.gates.global.steady-throughput", "5/s");
  }

  /** Of two or three looks at the memory one may meet an error. */
  private static SimulationRun withFewLooks(SimulationRun run) {
    return run.with("loadgate.gates.agent-probe.memory-marker-rate", "1%");
  }

  private static SimulationRun onlyBurst(SimulationRun run) {
    return run.with("loadgate.profiles.agent-stress-50.weights.quality-agent", 0)
        .with("loadgate.profiles.agent-stress-50.weights.quality-agent-high-load", 0);
  }

  @Test
  void shouldPassWhenTheAgentIsHealthy() {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      FinishedRun run = patientStress().with("baseUrl", backend.baseUrl()).load(50, 12).finish();

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.failed()).isEmpty();
      assertThat(run.gate(FAILURE_RATE).value()).isZero();
      assertThat(run.gate("all requests steady-throughput").value()).isGreaterThan(5);
      assertThat(run.gate(MEMORY).value()).isBetween(20.0, 16_000.0);
      assertThat(run.gate("agent-probe memory-growth max").samples()).isEqualTo(1);
      assertThat(run.usersStarted())
          .isEqualTo(
              Map.of(
                  "Quality Agent", 17,
                  "Quality Agent Burst", 17,
                  "Quality Agent High Load", 16,
                  "Agent Probe", 1));
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
    }
  }

  @Test
  void shouldFailResponseTimesAndThroughputWhenTheAgentIsSlow() {
    FinishedRun run =
        onlyBurst(run("agent-stress-50"))
            .with("loadgate.backend.faults.latency", "1200ms")
            .with("loadgate.gates.agent-probe.memory.max.fail", "16GB")
            .load(50, 9)
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed())
        .containsExactlyInAnyOrder(
            "all requests p50",
            "all requests p95",
            "all requests p99",
            "all requests steady-throughput");
    assertThat(run.gate("all requests p50").value()).isGreaterThanOrEqualTo(1_200);
    assertThat(run.gate("all requests steady-throughput").value()).isBetween(1.0, 50.0);
  }

  @Test
  void shouldFailFailureRateAndMemoryWhenTheyAreTooHigh() {
    FinishedRun run =
        withFewLooks(patientStress())
            .with("loadgate.backend.faults.error-rate", "5%")
            .with("loadgate.gates.agent-probe.memory.max.warn", "1MB")
            .with("loadgate.gates.agent-probe.memory.max.fail", "2MB")
            .load(50, 8)
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).containsExactlyInAnyOrder(FAILURE_RATE, MEMORY);
    assertThat(run.gate(FAILURE_RATE).value()).isBetween(1.0, 15.0);
    assertThat(run.gate(MEMORY).value()).isGreaterThan(2);
    assertThat(run.verdict()).isEqualTo("fail");
  }

  /** 4, then 40, then 4 users; even without any growth, p95 is above 1 % of its former value. */
  @Test
  void shouldPassWhenOnlyWarnLimitsAreBroken() {
    FinishedRun run =
        patient(run("agent-spike"))
            .with("loadgate.backend.faults.latency", "20ms")
            .with("loadgate.gates.global.p50.warn", "10ms")
            .with("loadgate.gates.global.final-p95-growth.warn", "1%")
            .with("loadgate.gates.agent-probe.memory.max.warn", "1MB")
            .with("users", 40)
            .with("duration", "15s")
            .finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.failed()).isEmpty();
    assertThat(run.titles("warn"))
        .contains("all requests p50", "all requests final-p95-growth", MEMORY);
    assertThat(run.verdict()).isEqualTo("warn");
  }

  @Test
  void shouldRefuseToRunWhenTheAgentForgetsBaselines() {
    FinishedRun run = run("agent-load").with("loadgate.backend.faults.baselines", "off").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals())
        .singleElement()
        .asString()
        .contains("POST /regression/detect was answered 404 instead of 200")
        .contains("No baseline for model-v1:v1.0.0");
    assertThat(run.hasRunFolder()).isFalse();
  }

  /** A restart loses all baselines; detections fail until users have made new ones. */
  @Test
  void shouldFailTheFailureRateWhenTheAgentLosesItsBaselines() throws IOException {
    BackendSettings settings = BackendSettings.onFreePort();
    List<BackendServer> backends = new CopyOnWriteArrayList<>();
    backends.add(BackendServer.start(settings));
    URI baseUrl = URI.create(backends.get(0).baseUrl());
    FinishedRun run =
        withFewLooks(onlyBurst(patientStress()))
            .with("baseUrl", baseUrl)
            .load(50, 10)
            .finishAfter(
                "started...",
                () -> {
                  backends.get(0).close();
                  // It keeps no new ones either; else the users would soon have made them again.
                  backends.add(
                      BackendServer.start(
                          settings
                              .withFaults(Faults.NONE.without(Part.BASELINES))
                              .withPort(baseUrl.getPort())));
                });
    backends.forEach(BackendServer::close);

    assertThat(run.failed()).as(run.console()).containsExactly(FAILURE_RATE);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.gate(FAILURE_RATE).value()).isBetween(1.0, 90.0);
    // What failed is detections, not only connections during the restart.
    assertThat(run.console()).contains("found 404");
  }

  @Test
  void shouldFailEveryRequestWhenItsAnswerIsWrong() throws IOException {
    ExecutorService threads = Executors.newCachedThreadPool();
    HttpServer agent = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    agent.setExecutor(threads);
    agent.createContext("/", QualityAgentIT::answerWrongly);
    agent.start();
    try {
      SimulationRun simulation =
          onlyBurst(patientStress())
              .with("baseUrl", "http://127.0.0.1:" + agent.getAddress().getPort());
      for (String request : REQUESTS) {
        simulation.with(
            "loadgate.gates.quality-agent-burst.details.\"" + request + "\".failure-rate", "1%");
      }
      FinishedRun run = simulation.load(50, 9).finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).contains(FAILURE_RATE, MEMORY);
      for (String request : REQUESTS) {
        assertThat(run.gate("quality-agent-burst / " + request + " failure-rate").value())
            .as(request)
            .isEqualTo(100);
      }
      assertThat(run.gate(MEMORY).actual()).isEmpty();
      assertThat(run.gate("agent-probe memory-marker-rate").value()).isZero();
    } finally {
      agent.stop(0);
      threads.shutdownNow();
    }
  }

  /** The status is right and the preparation is content, but no check of a body can be. */
  private static void answerWrongly(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean creates = path.equals("/regression/baseline") || path.equals("/validation/create");
    byte[] body = "{\"regression_detected\": true}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(creates ? 201 : 200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
