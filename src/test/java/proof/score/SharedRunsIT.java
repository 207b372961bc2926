package proof.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import proof.FinishedRun;
import simulations.AccountAnalysisSimulation;
import simulations.AccountSimulation;
import simulations.MarketDataSimulation;
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

  private static Load smallAccounts() {
    return Load.of(
        AccountSimulation.class,
        "accounts-small",
        10,
        "accounts p99",
        "accounts steady-throughput",
        FAILURES);
  }

  private static Load heavyInvestors() {
    return Load.of(
            RecommendationSimulation.class,
            "investment-heavy",
            40,
            "recommendation steady-throughput")
        .with("loadgate.user-types.recommendation.think-time", "100ms");
  }

  private static Load marketSpike(String... gates) {
    return Load.of(MarketDataSimulation.class, "market-spike", 60, gates)
        .with("loadgate.gates.market-data-spike.completion-rate.min-samples", 1);
  }

  static List<Load> broken() {
    return List.of(
        smallAccounts().with(FAULT + "latency", "300ms").with(FAULT + "error-rate", "10%"),
        Load.of(
                AccountSimulation.class,
                "accounts-medium",
                25,
                FAILURES,
                "accounts cache-marker-rate",
                "accounts database-time p95")
            .with(FAULT + "error-rate", "10%")
            .with(FAULT + "cache-header", "off")
            .with(FAULT + "work-delay", "100ms"),
        Load.ofExtremeAccounts(
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
        Load.of(QualityAgentSimulation.class, "agent-stress", 100, THROUGHPUT)
            .with(FAULT + "latency", "2500ms"),
        Load.of(MarketDataSimulation.class, "market-peak", 40, FAILURES)
            .with(FAULT + "error-rate", "20%"),
        marketSpike(FAILURES, "market-data-spike completion-rate", "market-data-spike failure-rate")
            .with(FAULT + "error-rate", "25%")
            .with(FAULT + "workers", "off"),
        Load.of(
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
        Load.of(AccountAnalysisSimulation.class, "accounts-spike", 30, FAILURES)
            .with(FAULT + "error-rate", "30%"));
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

  static List<Load> healthy() {
    return List.of(
        smallAccounts(),
        Load.of(QualityAgentSimulation.class, "agent-stress", 50, THROUGHPUT),
        marketSpike("market-data-spike completion-rate"),
        Load.of(MarketDataSimulation.class, "market-peak", 40, "all requests p95"),
        streams(),
        heavyInvestors(),
        Load.ofSmoke());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void faultsShouldTurnGatesRed(Load load) {
    load.assertRed(load.run().finish());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("healthy")
  void noFaultShouldLeaveThemGreen(Load load) {
    FinishedRun run = load.patientRun().finish();

    assertThat(run.titles("pass")).as(run.console()).containsAll(load.gates());
  }
}
