package proof.score;

import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import proof.ToldResources;
import simulations.AccountAnalysisSimulation;
import simulations.AccountSimulation;
import simulations.MarketDataSimulation;
import simulations.MixedSimulation;
import simulations.QualityAgentSimulation;
import simulations.RecommendationSimulation;

/**
 * Short runs on targets whose metrics tell of no CPU to spare and of memory that grows. That the
 * same gates are green for a calm target is shown for every profile elsewhere.
 */
@Execution(ExecutionMode.CONCURRENT)
class ResourcesIT {

  private static final String CPU = "target cpu mean";
  private static final String BUSIEST = "target cpu max";
  private static final String MEMORY = "target memory max";
  private static final String GROWTH = "target memory-growth max";
  private static final String SLOPE = "target memory-slope max";

  static List<Load> loads() {
    return List.of(
        Load.of(QualityAgentSimulation.class, "agent-load", 4, CPU),
        Load.of(RecommendationSimulation.class, "investment-light", 4, CPU, MEMORY),
        Load.of(MixedSimulation.class, "endurance", 6, SLOPE),
        Load.of(QualityAgentSimulation.class, "agent-endurance", 4, SLOPE),
        Load.of(MarketDataSimulation.class, "market-endurance", 4, SLOPE),
        Load.of(AccountSimulation.class, "accounts-small", 4, CPU, BUSIEST),
        Load.of(AccountSimulation.class, "accounts-medium", 4, GROWTH),
        Load.of(AccountSimulation.class, "accounts-large", 4, MEMORY, GROWTH),
        Load.of(AccountSimulation.class, "accounts-extreme", 4, GROWTH),
        Load.of(AccountAnalysisSimulation.class, "accounts-steady", 4, GROWTH));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loads")
  void busyTargetShouldTurnItsGatesRed(Load load) {
    try (ToldResources busy = ToldResources.ofABusyTarget()) {
      load.assertRed(load.run().with(busy).fault("its metrics tell of a busy target").finish());
    }
  }
}
