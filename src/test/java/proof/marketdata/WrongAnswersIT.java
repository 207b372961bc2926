package proof.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.MarketDataSimulation;

/** A service that answers with 200, but late, of something else or not at all. */
class WrongAnswersIT {

  private static final String COMPLETION = "market-data completion-rate";
  private static final String UPTIME = "market-probe uptime-rate";
  private static final String PROVIDER_UPTIME = "market-probe provider-uptime-rate";
  private static final String TOOL_ANSWERS = "market-uncached tool-answer-rate";
  private static final String FAILURES = "all requests failure-rate";

  private static FinishedRun finish(SimulationRun run, Gateway.Rules rules) throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        Gateway gateway = Gateway.before(backend.baseUrl(), rules)) {
      return run.with("baseUrl", gateway.baseUrl())
          .with("profile", "market-load")
          .with("loadgate.gates.global.mean", "5s")
          .with("loadgate.gates.global.p99", "5s")
          .finish();
    }
  }

  @Test
  void wrongContentsShouldFailAndBeNamed() throws IOException {
    AtomicInteger submissions = new AtomicInteger();
    FinishedRun run =
        finish(
            SimulationRun.of(MarketDataSimulation.class)
                .with("loadgate.user-types.market-data.think-time", "300ms")
                .load(60, 12),
            new Gateway.Rules() {
              @Override
              public String forwarded(String path) {
                return path.replaceFirst("candles/\\w+", "candles/BTC")
                    .replaceFirst("assets/\\w+", "assets/BTC")
                    .replaceFirst("symbols=.*", "symbols=BTC,ETH,SOL,AVAX,EURUSD");
              }

              @Override
              public String changed(String path, String body) {
                if (isAccepted(body) && submissions.getAndIncrement() % 2 == 0) {
                  return body.replace("\\\"running\\\"", "\\\"failed\\\"");
                }
                return body.replaceAll(
                    "summary\\\\\":\\\\\"[^\"]*\\\\\"", "summary\\\\\":\\\\\" \\\\\"");
              }
            });

    assertThat(run.failed()).as(run.console()).contains(COMPLETION, FAILURES);
    // Every second query is refused, which is a miss; those that are accepted are completed.
    assertThat(run.gate(COMPLETION).value()).isBetween(10.0, 90.0);
    assertThat(run.console())
        .contains("candles are of another symbol")
        .contains("fundamentals are of another symbol")
        .contains("prices are of other symbols")
        .contains("narrative has no summary")
        .contains("answer of the tool cannot be used, found it failed");
  }

  private static boolean isAccepted(String body) {
    return body.contains("\\\"query\\\":\\\"") && body.contains("\\\"running\\\"");
  }

  @Test
  void hangsRefusedLooksAndMissingToolsShouldCount() throws IOException {
    AtomicInteger looks = new AtomicInteger();
    AtomicInteger providerLooks = new AtomicInteger();
    FinishedRun run =
        finish(
            SimulationRun.of(MarketDataSimulation.class)
                .with("loadgate.profiles.market-load.weights.market-data", 0)
                .with("loadgate.profiles.market-load.weights.market-uncached", 1)
                .with("loadgate.user-types.market-uncached.think-time", "100ms")
                .with("loadgate.gates.market-probe.cache-hit-rate", "null")
                .load(10, 14),
            new Gateway.Rules() {
              @Override
              public OptionalInt refusal(HttpExchange request) {
                return switch (request.getRequestURI().getPath()) {
                  case "/mcp/tools/call" -> OptionalInt.of(404);
                  case "/health" -> looks.incrementAndGet() == 5 ? hang() : OptionalInt.empty();
                  case "/health/providers" ->
                      providerLooks.incrementAndGet() == 2
                          ? OptionalInt.of(503)
                          : OptionalInt.empty();
                  default -> OptionalInt.empty();
                };
              }
            });

    assertThat(run.failed())
        .as(run.console())
        .containsExactlyInAnyOrder(UPTIME, PROVIDER_UPTIME, TOOL_ANSWERS);
    // One look of about ten, but at least five seconds of about fourteen.
    assertThat(run.gate(UPTIME).value()).isBetween(40.0, 75.0);
    assertThat(run.gate(PROVIDER_UPTIME).value()).isBetween(50.0, 67.0);
    assertThat(run.gate(PROVIDER_UPTIME).samples()).isIn(6L, 9L);
    assertThat(run.gate(TOOL_ANSWERS).value()).isZero();
    // A 404 may say that the symbol is unknown, so no request failed.
    assertThat(run.gate(FAILURES).value()).isZero();
  }

  private static OptionalInt hang() {
    try {
      Thread.sleep(6_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return OptionalInt.of(503);
  }
}
