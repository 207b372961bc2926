package proof.investment;

import java.util.List;
import proof.score.Load;
import proof.score.SharedLoads;
import simulations.MixedSimulation;
import simulations.RecommendationSimulation;

/** The loads of the investment platform. */
public final class InvestmentLoads implements SharedLoads {

  @Override
  public List<Load> broken() {
    return List.of(heavyInvestors().fault("work-delay", "700ms").fault("cache", "off"));
  }

  @Override
  public List<Load> healthy() {
    return List.of(heavyInvestors(), smoke());
  }

  @Override
  public List<Load> busy() {
    return List.of(
        Load.of(
            RecommendationSimulation.class,
            "investment-light",
            4,
            "target cpu mean",
            "target memory max"));
  }

  private static Load heavyInvestors() {
    return Load.of(
            RecommendationSimulation.class,
            "investment-heavy",
            40,
            "recommendation steady-throughput")
        .with("loadgate.user-types.recommendation.think-time", "100ms");
  }

  static Load smoke() {
    return Load.of(
        MixedSimulation.class,
        "smoke",
        26,
        "recommendation cache-hit-rate",
        "recommendation cache-marker-rate",
        "recommendation found-rate");
  }
}
