package proof.score;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.Gateway;
import simulations.AccountAnalysisSimulation;
import simulations.QualityAgentSimulation;

/** Gates that no option of the reference backend turns red: a gateway before it spoils answers. */
@Execution(ExecutionMode.CONCURRENT)
class SpoiltAnswersIT {

  private static final String FAILURES = "all requests failure-rate";

  private static FinishedRun behind(Gateway.Rules rules, String fault, Load load)
      throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        Gateway gateway = Gateway.before(backend.baseUrl(), rules)) {
      return load.run().fault(fault).with("baseUrl", gateway.baseUrl()).finish();
    }
  }

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
        Load.ofExtremeAccounts(
            "accounts cache-time p99",
            "accounts cache-write-time p95",
            "accounts-batch cache-time p99",
            "accounts-batch cache-write-time p95");

    load.assertRed(behind(slowCache, "every call of the cache takes 9 ms", load));
  }

  @Test
  void agentThatNeedsTooMuchMemoryShouldBeRed() throws IOException {
    Gateway.Rules large =
        new Gateway.Rules() {
          @Override
          public String changed(String path, String body) {
            return body.replaceAll("\"memory_usage_mb\":[0-9.]+", "\"memory_usage_mb\":20000");
          }
        };
    Load load = Load.of(QualityAgentSimulation.class, "agent-load", 10, "agent-probe memory max");

    load.assertRed(behind(large, "a memory of 20 GB", load));
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
            FAILURES,
            "account-analysis / /api/copilotkit/health failure-rate",
            "account-analysis open-streams min",
            "account-analysis frames-per-second min");

    load.assertRed(behind(refusing, "503 for health checks and 29 of 30 streams", load));
  }

  /** Half of the answers have no cache header, none is a hit, and many stocks are unknown. */
  @Test
  void cacheThatIsHalfSilentAndNeverHitsShouldBeRed() throws IOException {
    AtomicInteger answers = new AtomicInteger();
    Gateway.Rules misses =
        new Gateway.Rules() {
          @Override
          public String forwarded(String path) {
            return path.matches("/api/(recommendations/\\w+|stocks/\\w+/(metrics|prices)).*")
                ? "/api/portfolio/holdings/NONE"
                : path;
          }

          @Override
          public void change(Headers answer) {
            boolean silent = answers.getAndIncrement() % 2 == 0;
            answer.computeIfPresent("X-cache", (name, hit) -> silent ? null : List.of("MISS"));
          }
        };

    Load smoke = Load.ofSmoke();
    String fault = "no hits, half of the cache headers missing, stocks not found";

    smoke.assertRed(behind(misses, fault, smoke));
  }

  /** Every answer of the healthy backend takes 800 ms, so that a busy machine adds little. */
  @Test
  void onlyABackendThatStaysSlowAfterASpikeShouldBeWarnedAbout() throws IOException {
    Load load = Load.of(QualityAgentSimulation.class, "agent-spike", 40).with("duration", "15s");
    String growth = "all requests final-p95-growth";
    BackendSettings settings =
        BackendSettings.onFreePort().withFaults(Faults.NONE.withLatency(Duration.ofMillis(800)));
    AtomicLong tiredFrom = new AtomicLong(Long.MAX_VALUE);
    Gateway.Rules slowInTheEnd =
        new Gateway.Rules() {
          @Override
          public OptionalInt refusal(HttpExchange request) {
            if (System.nanoTime() > tiredFrom.get()) {
              LockSupport.parkNanos(Duration.ofMillis(1_600).toNanos());
            }
            return OptionalInt.empty();
          }
        };
    try (BackendServer backend = BackendServer.start(settings);
        Gateway gateway = Gateway.before(backend.baseUrl(), slowInTheEnd)) {
      FinishedRun healthy = load.patientRun().with("baseUrl", backend.baseUrl()).finish();
      FinishedRun broken =
          load.patientRun()
              .fault("answers take 2,400 ms instead of 800 ms after the spike")
              .with("baseUrl", gateway.baseUrl())
              // Three seconds later the first of three stages is half over.
              .finishAfter(
                  "started...",
                  () -> tiredFrom.set(System.nanoTime() + Duration.ofSeconds(5).toNanos()));

      assertThat(healthy.titles("pass")).as(healthy.console()).contains(growth);
      assertThat(broken.titles("warn")).as(broken.console()).contains(growth);
    }
  }
}
