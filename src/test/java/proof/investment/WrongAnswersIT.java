package proof.investment;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.BulkQuotesSimulation;
import simulations.PipelineSimulation;
import simulations.RecommendationSimulation;

/** Answers that are tolerated one by one, or come in time with a good status, and are wrong. */
@Execution(ExecutionMode.CONCURRENT)
class WrongAnswersIT {

  private static final String FAILURE_RATE = "all requests failure-rate";
  private static final String FOUND = "recommendation found-rate";

  private static final String ENDED_RUN =
      Stream.of("fetch", "recommend", "ml", "db", "cache")
          .map("{\"name\": \"%s\", \"status\": \"completed\", \"duration_ms\": 900}"::formatted)
          .collect(
              Collectors.joining(
                  ", ",
                  "{\"id\": \"old\", \"status\": \"completed\", \"duration_ms\": 9000, \"stages\":"
                      + " [",
                  "]}"));

  /** What may be answered 404. */
  private static final String TOLERANT =
      "/api/(recommendations/\\w+|analysis/\\w+/ai|search/autocomplete"
          + "|stocks/\\w+/(metrics|prices)|analytics/correlation).*";

  private static BackendServer backend;

  @BeforeAll
  static void start() {
    backend = BackendServer.start(BackendSettings.onFreePort());
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  private static FinishedRun finish(SimulationRun run, Gateway.Rules rules) throws IOException {
    try (Gateway gateway = Gateway.before(backend.baseUrl(), rules)) {
      return run.with("baseUrl", gateway.baseUrl()).patient().finish();
    }
  }

  private static SimulationRun busyInvestors() {
    return SimulationRun.of(RecommendationSimulation.class)
        .with("profile", "investment-light")
        .with("loadgate.user-types.recommendation.think-time", "200ms")
        .with("loadgate.gates.recommendation.database-time.p95", "5s")
        .with("loadgate.gates.recommendation.inference-time.mean", "5s")
        .with("loadgate.gates.recommendation.inference-time.p95", "5s")
        .load(12, 8);
  }

  @Test
  void unknownStocksEverywhereShouldBeLimited() throws IOException {
    FinishedRun run =
        finish(
            busyInvestors(),
            new Gateway.Rules() {
              @Override
              public String forwarded(String path) {
                return path.matches(TOLERANT) ? "/api/portfolio/holdings/NONE" : path;
              }
            });

    assertThat(run.failed()).as(run.console()).contains(FOUND).doesNotContain(FAILURE_RATE);
    assertThat(run.gate(FOUND).value()).isBetween(30.0, 75.0);
    assertThat(run.failedRequests()).isZero();
  }

  @Test
  void searchesWithoutResultsShouldBeLimited() throws IOException {
    FinishedRun run =
        finish(
            busyInvestors(),
            new Gateway.Rules() {
              @Override
              public String changed(String path, String body) {
                if (path.startsWith("/api/recommendations?")
                    || path.startsWith("/api/search/autocomplete")) {
                  return envelope("[]");
                }
                return path.startsWith("/api/search/stocks") ? envelope("{\"stocks\": []}") : body;
              }
            });

    assertThat(run.failed()).as(run.console()).containsExactly(FOUND);
    assertThat(run.gate(FOUND).value()).isBetween(20.0, 60.0);
    assertThat(run.failedRequests()).isZero();
  }

  @Test
  void wrongContentsShouldFailAndBeNamed() throws IOException {
    FinishedRun run =
        finish(
            busyInvestors(),
            new Gateway.Rules() {
              @Override
              public String forwarded(String path) {
                return path.replaceFirst("stocks/(?!AMZN)\\w+/prices", "stocks/AMZN/prices")
                    .replaceFirst("stocks\\?q=\\w+", "stocks?q=finance");
              }

              @Override
              public String changed(String path, String body) {
                if (path.startsWith("/api/recommendations?")) {
                  return body + "<br/>Fatal_error";
                }
                return path.equals("/api/portfolio/holdings") ? envelope("[]") : body;
              }
            });

    assertThat(run.failed()).as(run.console()).contains(FAILURE_RATE);
    assertThat(run.console())
        .contains("prices of another stock")
        .contains("stocks that do not match the search")
        .contains("body is not well-formed JSON, found text behind the JSON value")
        .contains("data is empty");
  }

  @Test
  void sweepThatNeverBeginsShouldCountWithItsLongestTime() throws IOException {
    FinishedRun run =
        finish(
            SimulationRun.of(BulkQuotesSimulation.class),
            new Gateway.Rules() {
              @Override
              public OptionalInt refusal(HttpExchange request) {
                return request.getRequestURI().getPath().equals("/api/stocks")
                    ? OptionalInt.of(503)
                    : OptionalInt.empty();
              }
            });

    assertThat(run.failed())
        .as(run.console())
        .contains(
            FAILURE_RATE,
            "bulk-quotes sweep-time max",
            "bulk-quotes stocks-per-second min",
            "bulk-quotes stocks-quoted-rate");
    assertThat(run.gate("bulk-quotes sweep-time max").value()).isEqualTo(600_000);
    assertThat(run.gate("bulk-quotes stocks-per-second min").value()).isZero();
    assertThat(run.gate("bulk-quotes stocks-quoted-rate").value()).isZero();
  }

  /** Names a run that ended long ago as the one in progress. */
  @Test
  void pipelineThatOnlySaysItIsBusyShouldNotCountAsCompleted() throws IOException {
    FinishedRun run =
        finish(
            SimulationRun.of(PipelineSimulation.class)
                .with("loadgate.user-types.pipeline-run.limit-seconds", 3),
            new Gateway.Rules() {
              @Override
              public int status(String path, int status) {
                return path.equals("/api/pipeline/runs") ? 409 : status;
              }

              @Override
              public String forwarded(String path) {
                return path.startsWith("/api/pipeline/runs") ? "/api/health" : path;
              }

              @Override
              public String changed(String path, String body) {
                if (path.equals("/api/pipeline/runs")) {
                  return """
                  {"success": false, "error": "busy", "detail": "old", "code": "HTTP_409"}\
                  """;
                }
                return path.startsWith("/api/pipeline/runs") ? envelope(ENDED_RUN) : body;
              }
            });

    assertThat(run.failed())
        .as(run.console())
        .contains(FAILURE_RATE, "pipeline-run completion-rate");
    assertThat(run.console()).contains("run is flawed, found over at the first look");
    assertThat(run.gate("pipeline-run completion-rate").value()).isZero();
  }

  private static String envelope(String data) {
    return "{\"success\": true, \"data\": " + data + ", \"error\": null, \"meta\": null}";
  }
}
