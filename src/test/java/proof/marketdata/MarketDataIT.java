package proof.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.MarketDataSimulation;

/** Gates of the market-data service: green when it is well, red when a part of it is not. */
@Execution(ExecutionMode.CONCURRENT)
class MarketDataIT {

  private static final String FAILURES = "Global: percentage of failed events is less than ";
  private static final String MEAN = "Global: mean of response time is less than ";
  private static final String P99 = "Global: 99th percentile of response time is less than ";
  private static final String COMPLETION =
      " / DSL Task: percentage of successful events is greater than 95.0";
  private static final String HITS =
      "Market Probe / Cache hit: percentage of successful events is greater than 80.0";
  private static final String ENOUGH_LOOKUPS =
      "Market Probe / Cache hit: count of all events is greater than or equal to 100.0";
  private static final String UPTIME =
      "Market Probe / [Probe] Health: percentage of successful events is greater than 99.5";
  private static final String PROVIDER_UPTIME =
      "Market Probe / [Probe] Providers: percentage of successful events is greater than 99.0";

  private static final List<String> CACHED_PRICES =
      List.of("[Price] Simple Query", "[Price] With Provider", "[Price] Batch Query");

  /** Passes the health of the providers off as that of the service. */
  private static final Gateway.Rules HEALTH_OF_PROVIDERS =
      new Gateway.Rules() {
        @Override
        public String forwarded(String path) {
          return path.equals("/health") ? "/health/providers" : path;
        }
      };

  private static String p95(String userType, String request, String millis) {
    return userType + " / " + request + ": 95th percentile of response time is less than " + millis;
  }

  private static SimulationRun run(String profile) {
    return SimulationRun.of(MarketDataSimulation.class).with("profile", profile);
  }

  private static SimulationRun faulty(String profile, Map<String, String> faults) {
    SimulationRun run = run(profile);
    faults.forEach((fault, value) -> run.with("loadgate.backend.faults." + fault, value));
    return run;
  }

  /** Limits that only a hanging service breaks, however slow the machine. */
  private static SimulationRun patient(SimulationRun run, String userType) {
    run.with("loadgate.gates.global.mean", "5s").with("loadgate.gates.global.p99", "5s");
    CACHED_PRICES.forEach(
        name -> run.with("loadgate.gates." + userType + ".details.\"" + name + "\".p95", "5s"));
    return run;
  }

  /** In so few seconds few queries are drawn, so one task is enough to judge. */
  private static SimulationRun patientWithTasks(SimulationRun run, String userType) {
    return patient(run, userType)
        .with("loadgate.gates." + userType + ".completion-rate.min-samples", 1);
  }

  /** Where a few tasks fail or none is drawn, tasks are not what the run is about. */
  private static SimulationRun withoutTasks(SimulationRun run, String userType) {
    return run.with("loadgate.gates." + userType + ".completion-rate", "null");
  }

  private static SimulationRun patientWithoutTasks(SimulationRun run, String userType) {
    return withoutTasks(patient(run, userType), userType);
  }

  private static void assertRed(FinishedRun run, String... expected) {
    assertThat(run.red()).as(run.console()).containsExactlyInAnyOrder(expected);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  private static Map<String, Boolean> allTrue(Stream<String> assertions) {
    return assertions.collect(Collectors.toMap(text -> text, text -> true));
  }

  private static Stream<String> gatesOf(String userType) {
    return Stream.concat(
        CACHED_PRICES.stream().map(name -> p95(userType, name, "5000.0")),
        Stream.of(
            MEAN + "5000.0",
            P99 + "5000.0",
            userType + COMPLETION,
            userType + " / DSL Task: count of all events is greater than or equal to 1.0",
            HITS,
            ENOUGH_LOOKUPS,
            UPTIME,
            "Market Probe / [Probe] Health: count of all events is greater than or equal to 5.0",
            PROVIDER_UPTIME,
            "Market Probe / [Probe] Providers: count of all events is greater than or equal to"
                + " 3.0"));
  }

  @Test
  void healthyServiceShouldTurnNothingRed() {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      FinishedRun run =
          patientWithTasks(run("market-load"), "market-data")
              .with("baseUrl", backend.baseUrl())
              .with("loadgate.profiles.market-load.weights.market-data", 10)
              .with("loadgate.profiles.market-load.weights.market-cached", 1)
              .with("loadgate.profiles.market-load.weights.market-uncached", 1)
              .load(120, 12)
              .finish();

      assertThat(run.assertions())
          .isEqualTo(allTrue(Stream.concat(gatesOf("Market Data"), Stream.of(FAILURES + "1.0"))));
      assertThat(run.exitCode()).as(run.console()).isZero();
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
      assertThat(run.console())
          .contains("> Market Cached / [Cache] Cached Price ")
          .contains("> Market Uncached / [Cache] Uncached Price ")
          .containsPattern("market-probe declared-uptime max +100 % +\\d+  -")
          .doesNotContain("> Market Probe /");
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
    FinishedRun run =
        patientWithTasks(run("market-endurance"), "market-data-high-load").load(60, 10).finish();

    assertThat(run.assertions())
        .isEqualTo(
            allTrue(
                Stream.concat(
                    gatesOf("Market Data High Load"),
                    Stream.of(
                        FAILURES + "5.0",
                        "All requests / Failure drift (%): max of response time is less than"
                            + " 150.0"))));
    assertThat(run.exitCode()).as(run.console()).isZero();
  }

  @Test
  void latencyShouldTurnTheResponseTimeGatesRed() {
    FinishedRun run =
        withoutTasks(faulty("market-load", Map.of("latency", "600ms")), "market-data")
            .load(80, 8)
            .finish();

    assertRed(
        run,
        MEAN + "200.0",
        P99 + "500.0",
        p95("Market Data", "[Price] Simple Query", "200.0"),
        p95("Market Data", "[Price] With Provider", "200.0"),
        p95("Market Data", "[Price] Batch Query", "200.0"));
  }

  @Test
  void latencyShouldTurnThePeakRedAndBeCounted() {
    FinishedRun run =
        withoutTasks(faulty("market-peak", Map.of("latency", "1100ms")), "market-data")
            .with("users", 40)
            .with("duration", "6s")
            .finish();

    assertRed(run, "Global: 95th percentile of response time is less than 1000.0");
    assertThat(run.console())
        .containsPattern("market-data slow-queries +[1-9]\\d+ +[1-9]\\d+  -")
        .contains("market-peak, open");
  }

  @Test
  void missingPartsShouldTurnTheirGatesRed() {
    FinishedRun run =
        patientWithTasks(
                faulty("market-load", Map.of("cache", "off", "workers", "off", "providers", "off")),
                "market-data")
            // Stocks have a second provider, currency pairs have not.
            .with("loadgate.user-types.market-data.currency-pairs", "off")
            .load(80, 8)
            .finish();

    assertRed(run, HITS, "Market Data" + COMPLETION, PROVIDER_UPTIME);
    assertThat(run.console())
        .containsPattern("market-data left-out-symbols +4 +4  -")
        .containsPattern("market-probe declared-uptime max +66 % +\\d+  -");
  }

  @Test
  void errorsOfTheServiceAndOfItsProvidersShouldTurnFailuresAndUptimesRed() {
    FinishedRun run =
        patientWithoutTasks(
                faulty("market-load", Map.of("error-rate", "10%", "providers", "off")),
                "market-data")
            // Prices that cannot be found cannot be kept, so hits are few, but not for certain.
            .with("loadgate.gates.market-probe.cache-hit-rate", "null")
            // So many looks that some of them meet an error for certain.
            .with("loadgate.profiles.market-load.background.market-probe", 20)
            .load(80, 8)
            .finish();

    assertRed(run, FAILURES + "1.0", UPTIME, PROVIDER_UPTIME);
    assertThat(run.console())
        .contains("status.find.is(200), found 500")
        .contains("the price is from error")
        .contains("not a price of every symbol");
  }

  @Test
  void serviceThatDiesShouldTurnDriftRedAndLeaveItsCacheUnmeasured() throws IOException {
    BackendServer backend = BackendServer.start(BackendSettings.onFreePort());

    FinishedRun run =
        patientWithoutTasks(run("market-endurance"), "market-data-high-load")
            .with("baseUrl", backend.baseUrl())
            .load(40, 9)
            .finishAfter("started...", backend::close);

    assertRed(
        run,
        FAILURES + "5.0",
        "All requests / Failure drift (%): max of response time is less than 150.0",
        UPTIME,
        HITS,
        ENOUGH_LOOKUPS);
    assertThat(run.console()).contains("no figures of market-probe on the whole run");
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
