package proof.investment;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.FinishedRun.GateOutcome;
import proof.Gateway;
import proof.SimulationRun;
import simulations.BulkQuotesSimulation;
import simulations.PipelineSimulation;
import simulations.RecommendationSimulation;

/** The investment platform passes all its gates, and each fault fails those that watch for it. */
@Execution(ExecutionMode.CONCURRENT)
class InvestmentIT {

  private static final String FAILURE_RATE = "all requests failure-rate";
  private static final String HIT_RATE = "recommendation cache-hit-rate";
  private static final String COUNTER_GAP = "recommendation cache-counter-gap max";
  private static final String FOUND = "recommendation found-rate";
  private static final String STOCKS_QUOTED = "bulk-quotes stocks-quoted-rate";
  private static final String REPEATED_QUOTES = "bulk-quotes repeated-quotes";

  private static SimulationRun investors(String profile) {
    return SimulationRun.of(RecommendationSimulation.class)
        .with("profile", profile)
        .load(20, 10)
        .patient()
        .with("loadgate.gates.recommendation.database-time.p95", "5s")
        .with("loadgate.gates.recommendation.inference-time.mean", "5s")
        .with("loadgate.gates.recommendation.inference-time.p95", "5s");
  }

  private static BackendServer backend(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }

  private static void assertPassed(FinishedRun run) {
    assertThat(run.failed()).as(run.console()).isEmpty();
    assertThat(run.exitCode()).as(run.console()).isZero();
  }

  private static void assertFailed(FinishedRun run, String... gates) {
    assertThat(run.failed()).as(run.console()).containsExactlyInAnyOrder(gates);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private static void assertNotMeasured(FinishedRun run, String... gates) {
    assertThat(gates).allSatisfy(gate -> assertThat(run.gate(gate).actual()).isEmpty());
  }

  @Test
  void healthyPlatformShouldPassEveryGate() {
    FinishedRun run =
        investors("investment-standard")
            .with("loadgate.gates.recommendation.steady-throughput", "2/s")
            .finish();

    assertPassed(run);
    assertThat(run.titles("pass"))
        .contains(
            FAILURE_RATE,
            "all requests longest-stall",
            "recommendation p50",
            "recommendation p95",
            "recommendation p99",
            HIT_RATE,
            "recommendation cache-marker-rate",
            COUNTER_GAP,
            FOUND,
            "recommendation database-time p95",
            "recommendation inference-time mean",
            "recommendation inference-time p95",
            "recommendation steady-throughput",
            "bulk-quotes sweep-time max",
            "bulk-quotes stocks-per-second min",
            STOCKS_QUOTED,
            REPEATED_QUOTES,
            "pipeline-run completion-rate",
            "pipeline-run pipeline-time max",
            "pipeline-run fetch-time max",
            "pipeline-run recommend-time max",
            "pipeline-run ml-time max",
            "pipeline-run db-time max",
            "pipeline-run cache-time max");
    assertThat(run.gate(COUNTER_GAP).value()).isZero();
    assertThat(run.gate(FOUND).value()).isEqualTo(100);
    assertThat(run.gate(STOCKS_QUOTED).value()).isEqualTo(100);
    assertThat(run.gate(STOCKS_QUOTED).samples()).isEqualTo(6_000);
    assertThat(run.usersStarted())
        .isEqualTo(Map.of("Recommendation", 20, "Bulk Quotes", 1, "Pipeline Run", 1));
  }

  /** Each limit is one that the healthy platform keeps. */
  @Test
  void slowWorkWithoutACacheShouldFailTheGatesOnTime() {
    FinishedRun run =
        SimulationRun.of(RecommendationSimulation.class)
            .load(20, 14)
            .with("loadgate.backend.faults.work-delay", "1200ms")
            .with("loadgate.backend.faults.cache", "off")
            .with("loadgate.gates.recommendation.steady-throughput", "9/s")
            .with("loadgate.gates.bulk-quotes.sweep-time.max", "10s")
            .with("loadgate.gates.bulk-quotes.stocks-per-second.min", "1000/s")
            .with("loadgate.gates.pipeline-run.pipeline-time.max", "15s")
            .with("loadgate.gates.pipeline-run.fetch-time.max", "3800ms")
            .with("loadgate.gates.pipeline-run.recommend-time.max", "2700ms")
            .with("loadgate.gates.pipeline-run.ml-time.max", "3800ms")
            .with("loadgate.gates.pipeline-run.db-time.max", "2500ms")
            .with("loadgate.gates.pipeline-run.cache-time.max", "1600ms")
            .finish();

    assertFailed(
        run,
        "recommendation p50",
        "recommendation p95",
        "recommendation p99",
        HIT_RATE,
        "recommendation database-time p95",
        "recommendation inference-time mean",
        "recommendation inference-time p95",
        "recommendation steady-throughput",
        "bulk-quotes sweep-time max",
        "bulk-quotes stocks-per-second min",
        "pipeline-run pipeline-time max",
        "pipeline-run fetch-time max",
        "pipeline-run recommend-time max",
        "pipeline-run ml-time max",
        "pipeline-run db-time max",
        "pipeline-run cache-time max");
    assertThat(run.gate(HIT_RATE).value()).isZero();
    assertThat(run.gate("recommendation p50").value()).isGreaterThanOrEqualTo(700);
    assertThat(run.gate("recommendation database-time p95").value()).isGreaterThanOrEqualTo(700);
    assertThat(run.gate("recommendation inference-time mean").value()).isGreaterThanOrEqualTo(700);
    assertThat(run.gate("bulk-quotes sweep-time max").value()).isGreaterThanOrEqualTo(24 * 700);
    assertThat(run.gate("pipeline-run fetch-time max").value()).isGreaterThanOrEqualTo(3_700);
    assertThat(run.gate("pipeline-run cache-time max").value()).isGreaterThanOrEqualTo(1_200);
  }

  @Test
  void cacheThatIsOffShouldFailTheCacheHitGate() {
    FinishedRun run =
        investors("investment-light").with("loadgate.backend.faults.cache", "off").finish();

    assertFailed(run, HIT_RATE);
    assertThat(run.gate(HIT_RATE).value()).isZero();
  }

  @Test
  void missingCacheHeaderShouldFailTheCacheGates() {
    FinishedRun run =
        investors("investment-light").with("loadgate.backend.faults.cache-header", "off").finish();

    assertFailed(run, HIT_RATE, COUNTER_GAP, "recommendation cache-marker-rate");
    assertNotMeasured(run, HIT_RATE, COUNTER_GAP);
    assertThat(run.gate("recommendation cache-marker-rate").value()).isZero();
  }

  /** What did not end counts with the longest time that a run may take. */
  @Test
  void pipelineThatNeverEndsShouldFailThePipelineGates() {
    String[] times = {
      "pipeline-run pipeline-time max",
      "pipeline-run fetch-time max",
      "pipeline-run recommend-time max",
      "pipeline-run ml-time max",
      "pipeline-run db-time max",
      "pipeline-run cache-time max"
    };

    FinishedRun run =
        SimulationRun.of(PipelineSimulation.class)
            .with("loadgate.backend.faults.workers", "off")
            .with("loadgate.user-types.pipeline-run.limit-seconds", 3)
            .with("loadgate.gates.pipeline-run.pipeline-time.max", "3s")
            .with("loadgate.gates.pipeline-run.fetch-time.max", "3s")
            .with("loadgate.gates.pipeline-run.recommend-time.max", "3s")
            .with("loadgate.gates.pipeline-run.ml-time.max", "3s")
            .with("loadgate.gates.pipeline-run.db-time.max", "3s")
            .with("loadgate.gates.pipeline-run.cache-time.max", "3s")
            .finish();

    assertThat(run.failed())
        .as(run.console())
        .contains(times)
        .contains(FAILURE_RATE, "pipeline-run failure-rate", "pipeline-run completion-rate")
        .hasSize(times.length + 3);
    assertThat(times).allSatisfy(time -> assertThat(run.gate(time).value()).isEqualTo(3_000));
    assertThat(run.console()).contains("run is flawed, found timed out");
    assertThat(run.gate("pipeline-run completion-rate").value()).isZero();
    assertThat(run.exitCode()).isEqualTo(2);
  }

  /** Each of the five stages takes 2 s longer, so that the run is still there to be joined. */
  @Test
  void pipelineThatIsRunningShouldBeWatchedToItsEnd() {
    try (BackendServer backend = backend(Faults.NONE.withWorkDelay(Duration.ofSeconds(2)))) {
      new BackendClient(backend.baseUrl()).post("/api/pipeline/runs", "{}");

      FinishedRun run =
          SimulationRun.of(PipelineSimulation.class).with("baseUrl", backend.baseUrl()).finish();

      assertPassed(run);
      GateOutcome time = run.gate("pipeline-run pipeline-time max");
      assertThat(time.value()).isGreaterThanOrEqualTo(20_000);
      assertThat(time.samples()).isEqualTo(1);
      assertThat(backend.requests()).containsEntry("POST /api/pipeline/runs", 2L);
    }
  }

  @Test
  void sweepShouldPassOnAHealthyPlatform() {
    FinishedRun run = SimulationRun.of(BulkQuotesSimulation.class).finish();

    assertPassed(run);
    assertThat(run.usersStarted()).isEqualTo(Map.of("Bulk Quotes", 1));
  }

  @Test
  void sweepShouldRepeatARequestOnceAndThenSkipThePage() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    Gateway.Rules unreliable =
        new Gateway.Rules() {
          @Override
          public OptionalInt refusal(HttpExchange request) {
            String path = request.getRequestURI().toString();
            if (path.contains("offset=3000")) {
              return OptionalInt.of(503);
            }
            return path.startsWith("/api/stocks") && requests.getAndIncrement() % 2 == 0
                ? OptionalInt.of(503)
                : OptionalInt.empty();
          }
        };
    try (BackendServer backend = backend(Faults.NONE);
        Gateway gateway = Gateway.before(backend.baseUrl(), unreliable)) {
      FinishedRun run =
          SimulationRun.of(BulkQuotesSimulation.class).with("baseUrl", gateway.baseUrl()).finish();

      assertFailed(run, FAILURE_RATE, "bulk-quotes failure-rate", STOCKS_QUOTED);
      assertThat(run.gate(STOCKS_QUOTED).value()).isBetween(91.66, 91.67);
      assertThat(run.gate(STOCKS_QUOTED).samples()).isEqualTo(6_000);
    }
  }

  /** A page that comes twice, in the place of another; and hits that the target does not count. */
  @Test
  void wrongPagesAndWrongCacheHeadersShouldBeNoticed() throws IOException {
    Gateway.Rules lying =
        new Gateway.Rules() {
          @Override
          public String forwarded(String path) {
            return path.replace("offset=1000&", "offset=500&");
          }

          @Override
          public void change(Headers answer) {
            answer.computeIfPresent("X-cache", (name, values) -> List.of("HIT"));
          }
        };
    try (BackendServer backend = backend(Faults.NONE.without(Part.CACHE));
        Gateway gateway = Gateway.before(backend.baseUrl(), lying)) {
      FinishedRun run =
          investors("investment-light")
              .with("baseUrl", gateway.baseUrl())
              .with("loadgate.profiles.investment-light.background.bulk-quotes", 1)
              .finish();

      assertFailed(run, STOCKS_QUOTED, REPEATED_QUOTES, COUNTER_GAP);
      assertThat(run.gate(REPEATED_QUOTES).value()).isEqualTo(500);
      assertThat(run.gate(HIT_RATE).value()).isEqualTo(100);
      assertThat(run.gate(COUNTER_GAP).value()).isEqualTo(100);
    }
  }
}
