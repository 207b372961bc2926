package proof.accounts;

import java.util.List;
import proof.score.Load;
import proof.score.SharedLoads;
import simulations.AccountAnalysisSimulation;
import simulations.AccountSimulation;

/** The loads of the account manager. */
public final class AccountsLoads implements SharedLoads {

  private static final String GROWTH = "target memory-growth max";
  private static final String STARTED =
      "loadgate.gates.account-analysis-burst.details.\"Stream started\"";

  @Override
  public List<Load> broken() {
    return List.of(
        smallAccounts().fault("latency", "300ms").fault("error-rate", "10%"),
        Load.of(
                AccountSimulation.class,
                "accounts-medium",
                25,
                Load.FAILURES,
                "accounts cache-marker-rate",
                "accounts database-time p95")
            .fault("error-rate", "10%")
            .fault("cache-header", "off")
            .fault("work-delay", "100ms"),
        extreme(
                Load.FAILURES,
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
            .fault("latency", "600ms")
            .fault("error-rate", "15%")
            .fault("cache", "off"),
        streams().fault("latency", "6s").with(STARTED + ".mean", "5s").with(STARTED + ".p95", "5s"),
        Load.of(AccountAnalysisSimulation.class, "accounts-spike", 30, Load.FAILURES)
            .fault("error-rate", "30%"));
  }

  @Override
  public List<Load> healthy() {
    return List.of(smallAccounts(), streams());
  }

  @Override
  public List<Load> busy() {
    return List.of(
        Load.of(AccountSimulation.class, "accounts-small", 4, "target cpu mean", "target cpu max"),
        Load.of(AccountSimulation.class, "accounts-medium", 4, GROWTH),
        Load.of(AccountSimulation.class, "accounts-large", 4, "target memory max", GROWTH),
        Load.of(AccountSimulation.class, "accounts-extreme", 4, GROWTH),
        Load.of(AccountAnalysisSimulation.class, "accounts-steady", 4, GROWTH));
  }

  private static Load smallAccounts() {
    return Load.of(
        AccountSimulation.class,
        "accounts-small",
        10,
        "accounts p99",
        "accounts steady-throughput",
        Load.FAILURES);
  }

  static Load extreme(String... gates) {
    String profile = "loadgate.profiles.accounts-extreme.";
    return Load.of(AccountSimulation.class, "accounts-extreme", 32, gates)
        .with(profile + "weights.accounts", 1)
        // Few to make before the load, where every answer is late as well.
        .with(profile + "user-types.accounts.account-set", 5)
        .with(profile + "user-types.accounts-batch.account-set", 5);
  }

  private static Load streams() {
    String weights = "loadgate.profiles.accounts-steady.weights.";
    return Load.of(
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
}
