package proof.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.AccountSimulation;

/**
 * Accounts that are read and written: all gates hold on a healthy backend, each breaks on its
 * fault.
 */
class AccountIT {

  private static final List<String> NAMES =
      List.of("GET /accounts/{id}", "GET /accounts", "POST /accounts", "PATCH /accounts/{id}");
  private static final List<String> BATCH_NAMES =
      List.of(
          "GET /accounts/{id}", "GET /accounts [batch]", "POST /accounts", "PATCH /accounts/{id}");

  private static final String HIT = " / Cache hit: percentage of successful events is greater than";
  private static final String FAILURES = "Global: percentage of failed events is less than";

  private static SimulationRun run(String profile) {
    return SimulationRun.of(AccountSimulation.class).with("profile", profile);
  }

  /** Limits on times that only a hanging backend breaks, however slow the machine. */
  private static SimulationRun patient(SimulationRun run, String userType, List<String> names) {
    String gates = "loadgate.gates." + userType;
    run.with(gates + ".p95", "5s").with(gates + ".p99", "5s");
    for (String name : names) {
      run.with(gates + ".details.\"" + name + "\".p95", "5s");
      run.with(gates + ".details.\"" + name + "\".p99", "5s");
    }
    return run.with(gates + ".database-time.p95", "5s")
        .with(gates + ".cache-time.p99", "5s")
        .with(gates + ".cache-write-time.p95", "5s")
        .with(gates + ".steady-throughput", "5/s");
  }

  /** The assertions on response times with their limits in ms. */
  private static List<String> times(String userType, List<String> names, String... limits) {
    List<String> assertions = new ArrayList<>(percentiles(userType, limits[0], limits[1]));
    for (int i = 0; i < names.size(); i++) {
      String path = userType + " / " + names.get(i);
      assertions.addAll(percentiles(path, limits[2 * i + 2], limits[2 * i + 3]));
    }
    return assertions;
  }

  private static List<String> percentiles(String path, String p95, String p99) {
    return List.of(
        path + ": 95th percentile of response time is less than " + p95 + ".0",
        path + ": 99th percentile of response time is less than " + p99 + ".0");
  }

  private static List<String> patientAssertions(String userType, List<String> names) {
    String[] limits = Stream.generate(() -> "5000").limit(10).toArray(String[]::new);
    List<String> assertions = times(userType, names, limits);
    assertions.addAll(
        List.of(
            userType + HIT + " 60.0",
            userType + " / Cache hit: count of all events is greater than or equal to 20.0",
            userType + " / Cache marker: percentage of successful events is greater than 99.0",
            userType + " / Cache marker: count of all events is greater than or equal to 20.0",
            userType + databaseTime("5000"),
            userType + cacheTime("5000"),
            userType + cacheWriteTime("5000"),
            userType + " / Steady throughput (1/s): min of response time is greater than 5.0"));
    return assertions;
  }

  private static String databaseTime(String limit) {
    return " / Database time: 95th percentile of response time is less than " + limit + ".0";
  }

  private static String cacheTime(String limit) {
    return " / Cache time of a hit: 99th percentile of response time is less than " + limit + ".0";
  }

  private static String cacheWriteTime(String limit) {
    return " / Cache time of a change: 95th percentile of response time is less than "
        + limit
        + ".0";
  }

  @Test
  void shouldHoldOnAHealthyBackend() {
    SimulationRun run =
        run("accounts-extreme")
            .with("loadgate.profiles.accounts-extreme.weights.accounts", 1)
            .with("loadgate.gates.accounts-batch.final-throughput", "5/s")
            .with("loadgate.gates.accounts-batch.scaling-efficiency", "10%")
            .with("loadgate.gates.accounts-batch.cache-hit-rate", "10%")
            .load(32, 10);
    patient(run, "accounts", NAMES);
    FinishedRun finished = patient(run, "accounts-batch", BATCH_NAMES).finish();

    List<String> expected = patientAssertions("Accounts", NAMES);
    expected.addAll(patientAssertions("Accounts Batch", BATCH_NAMES));
    expected.remove("Accounts Batch" + HIT + " 60.0");
    expected.addAll(
        List.of(
            // The set of 5000 accounts is not in the cache within seconds.
            "Accounts Batch" + HIT + " 10.0",
            "Accounts Batch / Final throughput (1/s): min of response time is greater than 5.0",
            "Accounts Batch / Scaling efficiency (%): min of response time is greater than 10.0",
            FAILURES + " 5.0"));
    assertThat(finished.red()).as(finished.console()).isEmpty();
    assertThat(finished.exitCode()).isZero();
    assertThat(finished.assertions()).containsOnlyKeys(expected);
    assertThat(finished.console())
        .containsPattern("accounts hit-time p95 +\\d+ ms +\\d+  -")
        .containsPattern("accounts miss-time p95 +\\d+ ms +\\d+  -");
  }

  @Test
  void latencyShouldTurnTheGatesOnResponseTimesAndThroughputRed() {
    FinishedRun run =
        run("accounts-medium")
            .with("loadgate.user-types.accounts.account-set", 5)
            .with("loadgate.profiles.accounts-medium.user-types.accounts.account-set", 5)
            .with("loadgate.gates.accounts.database-time.p95", "5s")
            .with("loadgate.gates.accounts.cache-time.p99", "5s")
            .with("loadgate.gates.accounts.cache-write-time.p95", "5s")
            .with("loadgate.backend.faults.latency", "300ms")
            .load(12, 7)
            .finish();

    List<String> expected =
        times("Accounts", NAMES, "50", "100", "10", "20", "25", "50", "30", "50", "30", "50");
    expected.add("Accounts / Steady throughput (1/s): min of response time is greater than 50.0");
    assertRed(run, expected);
  }

  @Test
  void cacheThatIsOffAndErrorsShouldTurnTheirGatesRed() {
    SimulationRun run =
        run("accounts-large")
            .with("loadgate.backend.faults.cache", "off")
            .with("loadgate.backend.faults.error-rate", "10%")
            // Slow calls, but enough at a time: nobody waits for another.
            .with("loadgate.backend.faults.work-delay", "100ms")
            .load(16, 6);
    FinishedRun finished =
        patient(run, "accounts", NAMES)
            .with("loadgate.gates.accounts.database-time.p95", "800ms")
            .finish();

    assertRed(
        finished,
        List.of(
            "Accounts" + HIT + " 60.0",
            // Without a cache nothing tells its times.
            "Accounts" + cacheTime("5000"),
            "Accounts" + cacheWriteTime("5000"),
            FAILURES + " 5.0"));
  }

  @Test
  void databaseWithFewCallsAndMissingCacheHeaderShouldTurnTheirGatesRed() {
    SimulationRun run =
        run("accounts-extreme")
            .with("loadgate.profiles.accounts-extreme.user-types.accounts-batch.account-set", 5)
            .with("loadgate.backend.faults.work-delay", "100ms")
            .with("loadgate.backend.faults.database-calls", 2)
            .with("loadgate.backend.faults.cache-header", "off")
            .load(48, 12);
    FinishedRun finished =
        patient(run, "accounts-batch", BATCH_NAMES)
            .with("loadgate.gates.accounts-batch.database-time.p95", "800ms")
            .finish();

    assertRed(
        finished,
        List.of(
            "Accounts Batch" + databaseTime("800"),
            "Accounts Batch" + HIT + " 60.0",
            "Accounts Batch / Cache hit: count of all events is greater than or equal to 20.0",
            "Accounts Batch / Cache marker: percentage of successful events is greater than 99.0",
            "Accounts Batch / Final throughput (1/s): min of response time is greater than 200.0",
            "Accounts Batch / Scaling efficiency (%): min of response time is greater than 50.0"));
  }

  private static void assertRed(FinishedRun run, List<String> expected) {
    assertThat(run.red()).as(run.console()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.console().strip()).endsWith("verdict of the run: fail");
  }

  @Test
  void shouldNotBeginWithFewerAccountsThanItNeeds() {
    FinishedRun run =
        run("accounts-small")
            .with("loadgate.profiles.accounts-small.user-types.accounts.account-set", 5_001)
            .load(10, 5)
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals())
        .singleElement()
        .asString()
        .contains("says 5000 in X-Total-Count, but accounts needs 5001 accounts");
    assertThat(run.console()).doesNotContain("\tat ").doesNotContain("started...");
    assertThat(run.hasRunFolder()).isFalse();
  }
}
