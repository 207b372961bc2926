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
import proof.Gateway;
import proof.SimulationRun;
import simulations.BulkQuotesSimulation;
import simulations.PipelineSimulation;
import simulations.RecommendationSimulation;

/** The investment platform passes all its gates, and each fault turns those red that watch it. */
@Execution(ExecutionMode.CONCURRENT)
class InvestmentIT {

  private static final String NO_FAILURES = "Global: percentage of failed events is less than 1.0";
  private static final String ALL_QUOTED =
      "Bulk Quotes / Stock quoted: percentage of successful events is greater than 99.0";
  private static final String NONE_REPEATED =
      "Bulk Quotes / Stock quoted again: count of failed events is less than 1.0";

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

  @Test
  void healthyPlatformShouldPassEveryGate() {
    FinishedRun run =
        investors("investment-standard")
            .with("loadgate.gates.recommendation.steady-throughput", "2/s")
            .finish();

    assertThat(run.red()).as(run.console()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.assertions())
        .containsOnlyKeys(
            NO_FAILURES,
            "Recommendation: 50th percentile of response time is less than 5000.0",
            "Recommendation: 95th percentile of response time is less than 5000.0",
            "Recommendation: 99th percentile of response time is less than 5000.0",
            "Recommendation / Cache hit: percentage of successful events is greater than 85.0",
            "Recommendation / Cache hit: count of all events is greater than or equal to 20.0",
            "Recommendation / Cache marker: percentage of successful events is greater than 99.0",
            "Recommendation / Cache marker: count of all events is greater than or equal to 20.0",
            "Recommendation / Database time: 95th percentile of response time is less than 5000.0",
            "Recommendation / Inference time: mean of response time is less than 5000.0",
            "Recommendation / Inference time: 95th percentile of response time is less than"
                + " 5000.0",
            "Recommendation / Steady throughput (1/s): min of response time is greater than 2.0",
            "Bulk Quotes / Bulk Sweep: max of response time is less than 300000.0",
            "Bulk Quotes / Stocks quoted (1/s): min of response time is greater than 20.0",
            ALL_QUOTED,
            "Bulk Quotes / Stock quoted: count of all events is greater than or equal to 20.0",
            NONE_REPEATED,
            "Pipeline Run / Pipeline completed: percentage of successful events is greater than"
                + " 99.0",
            "Pipeline Run / Pipeline completed: count of all events is greater than or equal to"
                + " 1.0",
            "Pipeline Run / Pipeline Run: max of response time is less than 3600000.0",
            "Pipeline Run / Stage fetch: max of response time is less than 300000.0",
            "Pipeline Run / Stage recommend: max of response time is less than 180000.0",
            "Pipeline Run / Stage ml: max of response time is less than 300000.0",
            "Pipeline Run / Stage db: max of response time is less than 300000.0",
            "Pipeline Run / Stage cache: max of response time is less than 120000.0");
    assertThat(run.console())
        .containsPattern("recommendation cache-counter-gap max +< 1 % +0 % +1  pass\\R")
        .containsPattern("bulk-quotes stocks-quoted-rate +> 99 % +100 % +6000  pass\\R");
    assertThat(run.usersStarted())
        .isEqualTo(Map.of("Recommendation", 20, "Bulk Quotes", 1, "Pipeline Run", 1));
  }

  /** Each limit is one that the healthy platform keeps. */
  @Test
  void slowWorkWithoutACacheShouldTurnTheGatesOnTimeRed() {
    FinishedRun run =
        SimulationRun.of(RecommendationSimulation.class)
            .load(20, 10)
            .with("loadgate.backend.faults.work-delay", "700ms")
            .with("loadgate.backend.faults.cache", "off")
            .with("loadgate.gates.recommendation.steady-throughput", "9/s")
            .with("loadgate.gates.bulk-quotes.sweep-time.max", "10s")
            .with("loadgate.gates.bulk-quotes.stocks-per-second.min", "1000/s")
            .with("loadgate.gates.pipeline-run.pipeline-time.max", "12s")
            .with("loadgate.gates.pipeline-run.fetch-time.max", "3500ms")
            .with("loadgate.gates.pipeline-run.recommend-time.max", "2500ms")
            .with("loadgate.gates.pipeline-run.ml-time.max", "3500ms")
            .with("loadgate.gates.pipeline-run.db-time.max", "2s")
            .with("loadgate.gates.pipeline-run.cache-time.max", "1s")
            .finish();

    assertThat(run.red())
        .as(run.console())
        .containsExactlyInAnyOrder(
            "Recommendation: 50th percentile of response time is less than 200.0",
            "Recommendation: 95th percentile of response time is less than 500.0",
            "Recommendation: 99th percentile of response time is less than 1000.0",
            "Recommendation / Cache hit: percentage of successful events is greater than 85.0",
            "Recommendation / Database time: 95th percentile of response time is less than 100.0",
            "Recommendation / Inference time: mean of response time is less than 100.0",
            "Recommendation / Inference time: 95th percentile of response time is less than 200.0",
            "Recommendation / Steady throughput (1/s): min of response time is greater than 9.0",
            "Bulk Quotes / Bulk Sweep: max of response time is less than 10000.0",
            "Bulk Quotes / Stocks quoted (1/s): min of response time is greater than 1000.0",
            "Pipeline Run / Pipeline Run: max of response time is less than 12000.0",
            "Pipeline Run / Stage fetch: max of response time is less than 3500.0",
            "Pipeline Run / Stage recommend: max of response time is less than 2500.0",
            "Pipeline Run / Stage ml: max of response time is less than 3500.0",
            "Pipeline Run / Stage db: max of response time is less than 2000.0",
            "Pipeline Run / Stage cache: max of response time is less than 1000.0");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void runThatNeverEndsShouldTurnThePipelineGatesRed() {
    FinishedRun run =
        SimulationRun.of(PipelineSimulation.class)
            .with("loadgate.backend.faults.workers", "off")
            .with("loadgate.user-types.pipeline-run.limit-seconds", 3)
            .finish();

    assertThat(run.red())
        .as(run.console())
        .containsExactlyInAnyOrder(
            NO_FAILURES,
            "Pipeline Run / Pipeline completed: percentage of successful events is greater than"
                + " 99.0",
            "Pipeline Run / Pipeline Run: max of response time is less than 3600000.0",
            "Pipeline Run / Stage fetch: max of response time is less than 300000.0",
            "Pipeline Run / Stage recommend: max of response time is less than 180000.0",
            "Pipeline Run / Stage ml: max of response time is less than 300000.0",
            "Pipeline Run / Stage db: max of response time is less than 300000.0",
            "Pipeline Run / Stage cache: max of response time is less than 120000.0");
    assertThat(run.console()).contains("timed out");
  }

  /** Each of the five stages takes 2 s longer, so that the run is still there to be joined. */
  @Test
  void runThatIsUnderWayShouldBeWatchedToItsEnd() {
    try (BackendServer backend = backend(Faults.NONE.withWorkDelay(Duration.ofSeconds(2)))) {
      new BackendClient(backend.baseUrl()).post("/api/pipeline/runs", "{}");

      FinishedRun run =
          SimulationRun.of(PipelineSimulation.class).with("baseUrl", backend.baseUrl()).finish();

      assertThat(run.red()).as(run.console()).isEmpty();
      assertThat(run.console())
          .containsPattern(
              "pipeline-run pipeline-time max +< 3600000 ms +(199|2\\d\\d)\\d\\d ms +1  pass");
      assertThat(backend.requests()).containsEntry("POST /api/pipeline/runs", 2L);
    }
  }

  @Test
  void sweepShouldPassOnAHealthyPlatform() {
    FinishedRun run = SimulationRun.of(BulkQuotesSimulation.class).finish();

    assertThat(run.red()).as(run.console()).isEmpty();
    assertThat(run.usersStarted()).isEqualTo(Map.of("Bulk Quotes", 1));
  }

  @Test
  void sweepShouldAskOnceMoreAndThenGiveAPageUp() throws IOException {
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

      assertThat(run.red()).as(run.console()).containsExactlyInAnyOrder(NO_FAILURES, ALL_QUOTED);
      assertThat(run.console())
          .containsPattern("bulk-quotes stocks-quoted-rate +> 99 % +91.67 % +6000  fail");
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

      assertThat(run.red()).as(run.console()).containsExactlyInAnyOrder(ALL_QUOTED, NONE_REPEATED);
      assertThat(run.console())
          .containsPattern("recommendation cache-hit-rate +> 85 % +100 % +\\d+  pass")
          .containsPattern("recommendation cache-counter-gap max +< 1 % +100 % +1  warn");
    }
  }
}
