package proof.score;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import loadgate.GatedSimulation;
import loadgate.model.GateLimits;
import loadgate.model.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.AccountAnalysisSimulation;
import simulations.AccountSimulation;
import simulations.MarketDataSimulation;
import simulations.MixedSimulation;
import simulations.QualityAgentSimulation;
import simulations.RecommendationSimulation;

/**
 * Short runs for the gates that no other proof is about: faults, several at once, turn many gates
 * red by their values, and the same load without faults leaves them green.
 */
@Execution(ExecutionMode.CONCURRENT)
class SharedRunsIT {

  private static final String FAULT = "loadgate.backend.faults.";
  private static final String FAILURES = "all requests failure-rate";
  private static final String STARTED =
      "loadgate.gates.account-analysis-burst.details.\"Stream started\"";
  private static final String THROUGHPUT = "all requests steady-throughput";

  /**
   * A load and the gates that it is there for.
   *
   * @param options names and values
   */
  private record Load(
      Class<? extends GatedSimulation> simulation,
      String profile,
      int users,
      Map<String, Object> options,
      List<String> gates) {

    SimulationRun run() {
      SimulationRun run =
          SimulationRun.of(simulation)
              .with("profile", profile)
              .with("users", users)
              .with("duration", "9s");
      if (!Set.of("market-peak", "agent-spike").contains(profile)) {
        run.with("spawnRate", users);
      }
      options.forEach(run::with);
      return run;
    }

    /** With limits on times and amounts that only a broken backend breaks. */
    SimulationRun patientRun() {
      SimulationRun run = run();
      for (GateLimits gate :
          new ShippedGates().settings(simulation.getSimpleName(), profile).gates()) {
        Unit unit = gate.measure().unit();
        if (unit == Unit.MILLISECONDS || unit == Unit.PER_SECOND) {
          run.with(ShippedGates.path(gate), unit == Unit.MILLISECONDS ? "10m" : "1/s");
        }
      }
      return run;
    }

    Load with(String key, Object value) {
      Map<String, Object> more = new LinkedHashMap<>(options);
      more.put(key, value);
      return new Load(simulation, profile, users, more, gates);
    }

    @Override
    public String toString() {
      return profile + " " + options;
    }
  }

  private static Load load(
      Class<? extends GatedSimulation> simulation, String profile, int users, String... gates) {
    return new Load(simulation, profile, users, Map.of(), List.of(gates));
  }

  private static Load smallAccounts() {
    return load(
        AccountSimulation.class,
        "accounts-small",
        10,
        "accounts p99",
        "accounts steady-throughput",
        FAILURES);
  }

  private static Load extremeAccounts(String... gates) {
    String profile = "loadgate.profiles.accounts-extreme.";
    return load(AccountSimulation.class, "accounts-extreme", 32, gates)
        .with(profile + "weights.accounts", 1)
        // Few to make before the load, where every answer is late as well.
        .with(profile + "user-types.accounts.account-set", 5)
        .with(profile + "user-types.accounts-batch.account-set", 5);
  }

  private static Load heavyInvestors() {
    return load(
            RecommendationSimulation.class,
            "investment-heavy",
            40,
            "recommendation steady-throughput")
        .with("loadgate.user-types.recommendation.think-time", "100ms");
  }

  private static Load marketSpike(String... gates) {
    return load(MarketDataSimulation.class, "market-spike", 60, gates)
        .with("loadgate.gates.market-data-spike.completion-rate.min-samples", 1);
  }

  static List<Load> broken() {
    return List.of(
        smallAccounts().with(FAULT + "latency", "300ms").with(FAULT + "error-rate", "10%"),
        load(
                AccountSimulation.class,
                "accounts-medium",
                25,
                FAILURES,
                "accounts cache-marker-rate",
                "accounts database-time p95")
            .with(FAULT + "error-rate", "10%")
            .with(FAULT + "cache-header", "off")
            .with(FAULT + "work-delay", "100ms"),
        extremeAccounts(
                FAILURES,
                "accounts steady-throughput",
                "accounts-batch p95",
                "accounts-batch p99",
                "accounts-batch / GET /accounts [batch] p95",
                "accounts-batch / GET /accounts [batch] p99",
                "accounts-batch / GET /accounts/{id} p95",
                "accounts-batch / GET /accounts/{id} p99",
                "accounts-batch / POST /accounts p95",
                "accounts-batch / POST /accounts p99",
                "accounts-batch / PATCH /accounts/{id} p95",
                "accounts-batch / PATCH /accounts/{id} p99",
                "accounts-batch steady-throughput",
                "accounts-batch cache-hit-rate")
            .with(FAULT + "latency", "600ms")
            .with(FAULT + "error-rate", "15%")
            .with(FAULT + "cache", "off"),
        load(QualityAgentSimulation.class, "agent-stress", 100, THROUGHPUT)
            .with(FAULT + "latency", "2500ms"),
        load(MarketDataSimulation.class, "market-peak", 40, FAILURES)
            .with(FAULT + "error-rate", "20%"),
        marketSpike(FAILURES, "market-data-spike completion-rate")
            .with(FAULT + "error-rate", "25%")
            .with(FAULT + "workers", "off"),
        load(
                MarketDataSimulation.class,
                "market-endurance",
                60,
                "all requests mean",
                "all requests p99",
                "market-data-high-load / [Price] Simple Query p95",
                "market-data-high-load / [Price] With Provider p95",
                "market-data-high-load / [Price] Batch Query p95",
                "market-data-high-load completion-rate")
            .with("loadgate.gates.market-data-high-load.completion-rate.min-samples", 1)
            .with(FAULT + "latency", "600ms")
            .with(FAULT + "workers", "off"),
        heavyInvestors().with(FAULT + "work-delay", "700ms").with(FAULT + "cache", "off"),
        streams()
            .with(FAULT + "latency", "6s")
            .with(STARTED + ".mean", "5s")
            .with(STARTED + ".p95", "5s"),
        load(AccountAnalysisSimulation.class, "accounts-spike", 30, FAILURES)
            .with(FAULT + "error-rate", "30%"));
  }

  private static Load streams() {
    String weights = "loadgate.profiles.accounts-steady.weights.";
    return load(
            AccountAnalysisSimulation.class,
            "accounts-steady",
            40,
            "account-analysis / /api/copilotkit/stream [account_analysis] p95",
            "account-analysis / /api/copilotkit/stream [daily_review] p95",
            "account-analysis-burst / /api/copilotkit/stream [burst] p95",
            "account-analysis-burst / Stream started mean",
            "account-analysis-burst / Stream started p95")
        .with(weights + "account-analysis", 3)
        .with(weights + "account-analysis-burst", 1);
  }

  static List<Load> healthy() {
    return List.of(
        smallAccounts(),
        load(QualityAgentSimulation.class, "agent-stress", 50, THROUGHPUT),
        marketSpike("market-data-spike completion-rate"),
        load(MarketDataSimulation.class, "market-peak", 40, "all requests p95"),
        streams(),
        heavyInvestors(),
        smoke());
  }

  private static Load smoke() {
    return load(
        MixedSimulation.class,
        "smoke",
        26,
        "recommendation cache-hit-rate",
        "recommendation cache-marker-rate",
        "recommendation found-rate");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void faultsShouldTurnGatesRed(Load load) {
    assertRed(load, load.run().finish());
  }

  private static void assertRed(Load load, FinishedRun run) {
    assertThat(run.failed()).as(run.console()).containsAll(load.gates());
    assertThat(load.gates()).allSatisfy(gate -> assertThat(run.gate(gate).actual()).isPresent());
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("healthy")
  void noFaultShouldLeaveThemGreen(Load load) {
    FinishedRun run = load.patientRun().finish();

    assertThat(run.titles("pass")).as(run.console()).containsAll(load.gates());
  }

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
        extremeAccounts(
            "accounts cache-time p99",
            "accounts cache-write-time p95",
            "accounts-batch cache-time p99",
            "accounts-batch cache-write-time p95");

    assertRed(load, behind(slowCache, "every call of the cache takes 9 ms", load));
  }

  @Test
  void agentThatNeedsTooMuchMemoryShouldBeRed() throws IOException {
    Gateway.Rules large =
        new Gateway.Rules() {
          @Override
          public String changed(String path, String body) {
            return body.replaceAll("\"memory_usage_mb\":[0-9.]+", "\"memory_usage_mb\":2000");
          }
        };
    Load load = load(QualityAgentSimulation.class, "agent-load", 10, "agent-probe memory max");

    assertRed(load, behind(large, "a memory of 2,000 MB", load));
  }

  @Test
  void backendThatRefusesStreamsShouldBeRed() throws IOException {
    AtomicInteger streams = new AtomicInteger();
    Gateway.Rules refusing =
        new Gateway.Rules() {
          @Override
          public OptionalInt refusal(HttpExchange request) {
            String path = request.getRequestURI().getPath();
            boolean asks = path.equals("/api/copilotkit/stream");
            boolean refused = asks && streams.incrementAndGet() % 30 != 0;
            return refused || path.equals("/api/copilotkit/health")
                ? OptionalInt.of(503)
                : OptionalInt.empty();
          }
        };
    Load load =
        load(
            AccountAnalysisSimulation.class,
            "accounts-steady",
            60,
            FAILURES,
            "account-analysis / /api/copilotkit/health failure-rate",
            "account-analysis open-streams min",
            "account-analysis frames-per-second min");

    assertRed(load, behind(refusing, "503 for health checks and 29 of 30 streams", load));
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

    assertRed(
        smoke(),
        behind(misses, "no hits, half of the cache headers missing, stocks not found", smoke()));
  }

  /** Every answer takes 100 ms; of the second kind is a backend that does not recover. */
  @Test
  void onlyABackendThatStaysSlowAfterASpikeShouldBeWarnedAbout() throws IOException {
    Load load = load(QualityAgentSimulation.class, "agent-spike", 40).with("duration", "15s");
    String growth = "all requests final-p95-growth";
    BackendSettings settings =
        BackendSettings.onFreePort().withFaults(Faults.NONE.withLatency(Duration.ofMillis(100)));
    AtomicLong tiredFrom = new AtomicLong(Long.MAX_VALUE);
    Gateway.Rules slowInTheEnd =
        new Gateway.Rules() {
          @Override
          public OptionalInt refusal(HttpExchange request) {
            if (System.nanoTime() > tiredFrom.get()) {
              LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
            return OptionalInt.empty();
          }
        };
    try (BackendServer backend = BackendServer.start(settings);
        Gateway gateway = Gateway.before(backend.baseUrl(), slowInTheEnd)) {
      FinishedRun healthy = load.patientRun().with("baseUrl", backend.baseUrl()).finish();
      FinishedRun broken =
          load.patientRun()
              .fault("answers take 600 ms instead of 100 ms after the spike")
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
