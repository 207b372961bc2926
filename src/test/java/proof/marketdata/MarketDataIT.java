package proof.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.MarketDataSimulation;

/** Gates of the marketdata target: green on a healthy service, red when a part of it fails. */
@Execution(ExecutionMode.CONCURRENT)
class MarketDataIT {

  private static final String FAILURES = "all requests failure-rate";
  private static final String MEAN = "all requests mean";
  private static final String P99 = "all requests p99";
  private static final String HITS = "market-probe cache-hit-rate";
  private static final String UPTIME = "market-probe uptime-rate";
  private static final String PROVIDER_UPTIME = "market-probe provider-uptime-rate";
  private static final String DECLARED_UPTIME = "market-probe declared-uptime max";

  private static final List<String> CACHED_PRICES =
      List.of("[Price] Simple Query", "[Price] With Provider", "[Price] Batch Query");

  /** Answers a question for the health of the service with the health of its providers. */
  private static final Gateway.Rules HEALTH_OF_PROVIDERS =
      new Gateway.Rules() {
        @Override
        public String forwarded(String path) {
          return path.equals("/health") ? "/health/providers" : path;
        }
      };

  private static SimulationRun run(String profile) {
    return SimulationRun.of(MarketDataSimulation.class).with("profile", profile);
  }

  private static SimulationRun faulty(String profile, Map<String, String> faults) {
    SimulationRun run = run(profile);
    faults.forEach((fault, value) -> run.with("loadgate.backend.faults." + fault, value));
    return run;
  }

  /** Limits on response times that only a hanging service breaks, however slow the machine. */
  private static SimulationRun patient(SimulationRun run, String userType) {
    run.with("loadgate.gates.global.mean", "5s").with("loadgate.gates.global.p99", "5s");
    run.with("loadgate.gates.global.p95-drift", "100000%");
    CACHED_PRICES.forEach(
        name -> run.with("loadgate.gates." + userType + ".details.\"" + name + "\".p95", "5s"));
    return run;
  }

  /** In a few seconds few queries are drawn, so one task is enough to judge. */
  private static SimulationRun withFewTasks(SimulationRun run, String userType) {
    return run.with("loadgate.gates." + userType + ".completion-rate.min-samples", 1);
  }

  /** Takes the gate on tasks away where it is left to chance whether one is drawn or fails. */
  private static SimulationRun withoutTasks(SimulationRun run, String userType) {
    return run.with("loadgate.gates." + userType + ".completion-rate", "null");
  }

  private static void assertFailed(FinishedRun run, String... gates) {
    assertThat(run.failed()).as(run.console()).containsExactlyInAnyOrder(gates);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private static void assertPassed(FinishedRun run, String userType, String... others) {
    List<String> gates = new ArrayList<>(List.of(others));
    CACHED_PRICES.forEach(name -> gates.add(userType + " / " + name + " p95"));
    gates.add(userType + " completion-rate");
    gates.add("all requests longest-stall");
    gates.addAll(List.of(FAILURES, MEAN, P99, HITS, UPTIME, PROVIDER_UPTIME));
    assertThat(run.titles("pass")).as(run.console()).containsAll(gates);
    assertThat(run.verdict()).isEqualTo("pass");
    assertThat(run.exitCode()).isZero();
  }

  private static Set<String> recordedRequests(FinishedRun run) throws IOException {
    Set<String> names = new TreeSet<>();
    RunLog.inFolder(run.runFolder())
        .read(
            new RunLogListener() {
              @Override
              public void request(
                  GroupPath groups, String name, int start, int end, boolean ok, String error) {
                names.add(name);
              }
            });
    return names;
  }

  @Test
  void healthyServiceShouldTurnNothingRed() throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      FinishedRun run =
          withFewTasks(patient(run("market-load"), "market-data"), "market-data")
              .with("baseUrl", backend.baseUrl())
              .with("loadgate.profiles.market-load.weights.market-data", 10)
              .with("loadgate.profiles.market-load.weights.market-cached", 1)
              .with("loadgate.profiles.market-load.weights.market-uncached", 1)
              // So that even the rarest of the queries is drawn.
              .with("loadgate.user-types.market-data.think-time", "500ms..1s")
              .load(120, 12)
              .finish();

      assertPassed(run, "market-data", "market-uncached tool-answer-rate");
      assertThat(run.gate(DECLARED_UPTIME).value()).isEqualTo(100);
      assertThat(run.usersStarted())
          .isEqualTo(
              Map.of(
                  "Market Data",
                  100,
                  "Market Cached",
                  10,
                  "Market Uncached",
                  10,
                  "Market Probe",
                  1));
      assertThat(recordedRequests(run))
          .containsAll(CACHED_PRICES)
          .contains("[Cache] Cached Price", "[Cache] Uncached Price")
          .noneMatch(name -> name.startsWith("[Probe]"));
      assertThat(backend.requests())
          .containsOnlyKeys(
              "GET /",
              "GET /health",
              "GET /health/providers",
              "POST /mcp/tools/call",
              "GET /api/market/prices",
              "GET /api/market/candles/{symbol}",
              "GET /api/market/assets/{symbol}",
              "POST /api/market/dsl/execute",
              "GET /api/metrics/cache");
    }
  }

  @Test
  void enduringServiceShouldTurnNothingRed() {
    String userType = "market-data-high-load";

    FinishedRun run =
        withFewTasks(patient(run("market-endurance"), userType), userType).load(60, 10).finish();

    assertPassed(run, userType, "all requests failure-drift");
  }

  @Test
  void latencyShouldTurnTheResponseTimeGatesRed() {
    FinishedRun run =
        withoutTasks(faulty("market-load", Map.of("latency", "1500ms")), "market-data")
            .load(80, 12)
            .finish();

    assertFailed(
        run,
        MEAN,
        P99,
        "market-data / [Price] Simple Query p95",
        "market-data / [Price] With Provider p95",
        "market-data / [Price] Batch Query p95");
    run.failed().forEach(gate -> assertThat(run.gate(gate).value()).isGreaterThanOrEqualTo(1_500));
  }

  @Test
  void latencyShouldTurnThePeakRedAndBeCounted() {
    FinishedRun run =
        withoutTasks(faulty("market-peak", Map.of("latency", "1100ms")), "market-data")
            .with("users", 40)
            .with("duration", "6s")
            .finish();

    assertFailed(run, "all requests p95");
    assertThat(run.gate("all requests p95").value()).isGreaterThanOrEqualTo(1_100);
    assertThat(run.gate("market-data slow-queries").value()).isGreaterThan(10);
  }

  @Test
  void missingPartsShouldTurnTheirGatesRed() {
    SimulationRun faulty =
        faulty("market-load", Map.of("cache", "off", "workers", "off", "providers", "off"));

    FinishedRun run =
        withFewTasks(patient(faulty, "market-data"), "market-data")
            // Equities have a second provider, currency pairs have not.
            .with("loadgate.user-types.market-data.currency-pairs", "off")
            .load(80, 8)
            .finish();

    assertFailed(run, HITS, "market-data completion-rate", PROVIDER_UPTIME);
    assertThat(run.gate(HITS).value()).isZero();
    assertThat(run.gate("market-data completion-rate").value()).isZero();
    assertThat(run.gate(PROVIDER_UPTIME).value()).isBetween(66.0, 67.0);
    assertThat(run.gate(DECLARED_UPTIME).value()).isEqualTo(66);
    assertThat(run.gate("market-data left-out-symbols").value()).isEqualTo(4);
  }

  @Test
  void errorsOfTheServiceAndOfItsProvidersShouldTurnFailuresAndUptimesRed() {
    SimulationRun faulty = faulty("market-load", Map.of("error-rate", "10%", "providers", "off"));

    FinishedRun run =
        withoutTasks(patient(faulty, "market-data"), "market-data")
            // Prices without a provider are not cached, so hits are fewer, but nobody knows how
            // few.
            .with("loadgate.gates.market-probe.cache-hit-rate", "null")
            // Enough looks that some of them surely meet an error.
            .with("loadgate.profiles.market-load.background.market-probe", 20)
            .load(80, 8)
            .finish();

    assertFailed(run, FAILURES, "market-data failure-rate", UPTIME, PROVIDER_UPTIME);
    // Errors alone make 10 %; answers of 200 without a price of a currency pair come on top.
    assertThat(run.gate(FAILURES).value()).isGreaterThan(16);
    assertThat(run.gate(UPTIME).value()).isBetween(70.0, 99.5);
    // Two of three providers, and none where the look itself met an error.
    assertThat(run.gate(PROVIDER_UPTIME).value()).isBetween(45.0, 67.0);
  }

  @Test
  void serviceThatDiesShouldTurnDriftRedAndLeaveItsCacheUnmeasured() throws IOException {
    BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
    String userType = "market-data-high-load";

    FinishedRun run =
        withoutTasks(patient(run("market-endurance"), userType), userType)
            // Of the few looks of the probe about half come too late.
            .with("loadgate.gates.market-probe.silent-failures", "null")
            .with("baseUrl", backend.baseUrl())
            .load(40, 9)
            .finishAfter("started...", backend::close);

    assertFailed(
        run,
        FAILURES,
        userType + " failure-rate",
        "all requests failure-drift",
        UPTIME,
        PROVIDER_UPTIME,
        HITS);
    assertThat(run.gate("all requests failure-drift").value()).isGreaterThan(150);
    assertThat(run.gate(UPTIME).value()).isLessThan(99.5);
    assertThat(run.gate(HITS).actual()).isEmpty();
  }

  @Test
  void serviceThatIsNotHealthyShouldNotBeMeasured() throws IOException {
    BackendSettings degraded =
        BackendSettings.onFreePort().withFaults(Faults.NONE.without(Part.PROVIDERS));
    try (BackendServer backend = BackendServer.start(degraded);
        Gateway gateway = Gateway.before(backend.baseUrl(), HEALTH_OF_PROVIDERS)) {
      FinishedRun run = run("market-load").with("baseUrl", gateway.baseUrl()).load(5, 5).finish();

      assertThat(run.refusals())
          .containsExactly(
              "loadgate: GET /health says \"degraded\" instead of \"healthy\"; check the service");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.hasRunFolder()).isFalse();
    }
  }
}
