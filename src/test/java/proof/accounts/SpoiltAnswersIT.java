package proof.accounts;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.Gateway;
import proof.score.Load;
import simulations.AccountAnalysisSimulation;

/** Gates that no option of the reference backend turns red: a gateway before it spoils answers. */
@Execution(ExecutionMode.CONCURRENT)
class SpoiltAnswersIT {

  @Test
  void cacheThatIsSlowShouldTurnItsTimesRed() throws IOException {
    Gateway.Rules slowCache =
        new Gateway.Rules() {
          @Override
          public void change(Headers answer) {
            answer.computeIfPresent(
                "Server-timing",
                (name, values) ->
                    values.stream()
                        .map(value -> value.replaceAll("cache;dur=[0-9.]+", "cache;dur=9"))
                        .toList());
          }
        };
    Load load =
        AccountsLoads.extreme(
            "accounts cache-time p99",
            "accounts cache-write-time p95",
            "accounts-batch cache-time p99",
            "accounts-batch cache-write-time p95");

    load.assertRedBehind(slowCache, "every call of the cache takes 9 ms");
  }

  @Test
  void backendThatRefusesStreamsShouldBeRed() throws IOException {
    AtomicInteger streams = new AtomicInteger();
    AtomicInteger healthChecks = new AtomicInteger();
    Gateway.Rules refusing =
        new Gateway.Rules() {
          @Override
          public OptionalInt refusal(HttpExchange request) {
            String path = request.getRequestURI().getPath();
            boolean refused =
                switch (path) {
                  case "/api/copilotkit/stream" -> streams.getAndIncrement() % 30 != 0;
                  // The first ones are those before the load.
                  case "/api/copilotkit/health" -> healthChecks.getAndIncrement() > 2;
                  default -> false;
                };
            return refused ? OptionalInt.of(503) : OptionalInt.empty();
          }
        };
    Load load =
        Load.of(
            AccountAnalysisSimulation.class,
            "accounts-steady",
            60,
            Load.FAILURES,
            "account-analysis / /api/copilotkit/health failure-rate",
            "account-analysis open-streams min",
            "account-analysis frames-per-second min");

    load.assertRedBehind(refusing, "503 for health checks and 29 of 30 streams");
  }
}
