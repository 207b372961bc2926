package proof.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.AccountSimulation;

/** Reading and writing accounts: all gates hold on a healthy backend, each breaks on its fault. */
class AccountsIT {

  private static final List<String> REQUESTS =
      List.of("GET /accounts/{id}", "GET /accounts", "POST /accounts", "PATCH /accounts/{id}");
  private static final List<String> BATCH_REQUESTS =
      List.of(
          "GET /accounts/{id}", "GET /accounts [batch]", "POST /accounts", "PATCH /accounts/{id}");

  private static SimulationRun run(String profile) {
    return SimulationRun.of(AccountSimulation.class).with("profile", profile);
  }

  /** Limits on times that only a hanging backend breaks, however slow the machine. */
  private static SimulationRun patient(SimulationRun run, String userType, List<String> requests) {
    String gates = "loadgate.gates." + userType;
    run.with(gates + ".p95", "5s").with(gates + ".p99", "5s");
    for (String request : requests) {
      run.with(gates + ".details.\"" + request + "\".p95", "5s");
      run.with(gates + ".details.\"" + request + "\".p99", "5s");
    }
    return run.with(gates + ".database-time.p95", "5s")
        .with(gates + ".cache-time.p99", "5s")
        .with(gates + ".cache-write-time.p95", "5s")
        .with(gates + ".steady-throughput", "5/s");
  }

  private static void assertFailed(FinishedRun run, List<String> gates) {
    assertThat(run.failed()).as(run.console()).containsExactlyInAnyOrderElementsOf(gates);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void shouldPassOnAHealthyBackend() {
    SimulationRun run =
        run("accounts-extreme")
            .with("loadgate.profiles.accounts-extreme.weights.accounts", 1)
            .with("loadgate.gates.accounts-batch.final-throughput", "5/s")
            .with("loadgate.gates.accounts-batch.scaling-efficiency", "10%")
            // The set of 5000 accounts is not in the cache within seconds.
            .with("loadgate.gates.accounts-batch.cache-hit-rate", "10%")
            .load(32, 10);
    patient(run, "accounts", REQUESTS);
    FinishedRun finished = patient(run, "accounts-batch", BATCH_REQUESTS).finish();

    assertThat(finished.failed()).as(finished.console()).isEmpty();
    assertThat(finished.exitCode()).isZero();
    assertThat(finished.gate("accounts hit-time p95").samples()).isPositive();
    assertThat(finished.gate("accounts miss-time p95").samples()).isPositive();
    assertThat(finished.gates())
        .containsKeys("accounts / GET /accounts p95", "accounts-batch / GET /accounts [batch] p95")
        .doesNotContainKey("accounts-batch / GET /accounts p95");
  }

  @Test
  void latencyShouldFailResponseTimesAndThroughput() {
    FinishedRun run =
        run("accounts-medium")
            .with("loadgate.profiles.accounts-medium.user-types.accounts.account-set", 5)
            .with("loadgate.gates.accounts.database-time.p95", "5s")
            .with("loadgate.gates.accounts.cache-time.p99", "5s")
            .with("loadgate.gates.accounts.cache-write-time.p95", "5s")
            .with("loadgate.backend.faults.latency", "300ms")
            .load(12, 7)
            .finish();

    List<String> expected =
        new ArrayList<>(List.of("accounts p95", "accounts p99", "accounts steady-throughput"));
    for (String request : REQUESTS) {
      expected.add("accounts / " + request + " p95");
      expected.add("accounts / " + request + " p99");
      assertThat(run.gate("accounts / " + request + " p95").value()).isGreaterThanOrEqualTo(300);
    }
    assertFailed(run, expected);
  }

  @Test
  void missingCacheAndErrorsShouldFailHitRateCacheTimesAndFailureRate() {
    SimulationRun run =
        run("accounts-large")
            .with("loadgate.backend.faults.cache", "off")
            .with("loadgate.backend.faults.error-rate", "10%")
            // Slow database calls, but enough in parallel: none waits for another.
            .with("loadgate.backend.faults.work-delay", "100ms")
            .load(16, 6);
    FinishedRun finished =
        patient(run, "accounts", REQUESTS)
            .with("loadgate.gates.accounts.database-time.p95", "800ms")
            // Failed answers tell no time.
            .with("loadgate.gates.accounts.database-time-marker-rate", "50%")
            .finish();

    assertFailed(
        finished,
        List.of(
            "accounts cache-hit-rate",
            "accounts cache-time p99",
            "accounts cache-time-marker-rate",
            "accounts cache-write-time p95",
            "accounts cache-write-time-marker-rate",
            "accounts failure-rate",
            "all requests failure-rate"));
    assertThat(finished.gate("accounts cache-hit-rate").value()).isZero();
    assertThat(finished.gate("accounts cache-time p99").actual()).isEmpty();
    assertThat(finished.gate("accounts cache-write-time p95").actual()).isEmpty();
    assertThat(finished.gate("accounts cache-write-time-marker-rate").value()).isZero();
    assertThat(finished.gate("all requests failure-rate").value()).isGreaterThan(5);
  }

  @Test
  void slowDatabaseAndMissingCacheHeaderShouldFailDatabaseTimeAndScaling() {
    SimulationRun run =
        run("accounts-extreme")
            .with("loadgate.profiles.accounts-extreme.user-types.accounts-batch.account-set", 5)
            .with("loadgate.backend.faults.work-delay", "100ms")
            .with("loadgate.backend.faults.database-calls", 2)
            .with("loadgate.backend.faults.cache-header", "off")
            .load(48, 12);
    FinishedRun finished =
        patient(run, "accounts-batch", BATCH_REQUESTS)
            .with("loadgate.gates.accounts-batch.database-time.p95", "800ms")
            .finish();

    assertFailed(
        finished,
        List.of(
            "accounts-batch database-time p95",
            "accounts-batch cache-hit-rate",
            "accounts-batch cache-marker-rate",
            // Nobody knows which answers are hits.
            "accounts-batch cache-time p99",
            "accounts-batch cache-time-marker-rate",
            "accounts-batch final-throughput",
            "accounts-batch scaling-efficiency"));
    assertThat(finished.gate("accounts-batch database-time p95").value()).isGreaterThan(800);
    assertThat(finished.gate("accounts-batch cache-hit-rate").actual()).isEmpty();
    assertThat(finished.gate("accounts-batch cache-marker-rate").value()).isZero();
    assertThat(finished.gate("accounts-batch scaling-efficiency").value()).isLessThan(50);
  }

  @Test
  void shouldNotStartWithTooFewAccounts() {
    FinishedRun run =
        run("accounts-small")
            .with("loadgate.profiles.accounts-small.user-types.accounts.account-set", 5_001)
            .load(10, 5)
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals()).hasSize(1).first().asString().contains("5000", "5001");
    assertThat(run.hasRunFolder()).isFalse();
  }
}
