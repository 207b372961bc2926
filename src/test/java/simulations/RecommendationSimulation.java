package simulations;

import loadgate.GatedSimulation;
import simulations.users.investment.BulkQuotesUser;
import simulations.users.investment.PipelineRunUser;
import simulations.users.investment.RecommendationUser;

/** The investment platform: its investors, a sweep over all stocks, a run of its pipeline. */
public final class RecommendationSimulation extends GatedSimulation {

  public RecommendationSimulation() {
    super(new RecommendationUser(), new BulkQuotesUser(), new PipelineRunUser());
  }
}
