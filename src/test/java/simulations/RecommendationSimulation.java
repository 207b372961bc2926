package simulations;

import loadgate.GatedSimulation;
import simulations.users.RecommendationUser;

/** Investors alone: dashboards, portfolios, recommendations, search, analytics, predictions. */
public final class RecommendationSimulation extends GatedSimulation {

  public RecommendationSimulation() {
    super(new RecommendationUser());
  }
}
