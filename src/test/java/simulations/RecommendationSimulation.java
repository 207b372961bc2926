package simulations;

import loadgate.GatedSimulation;
import simulations.users.BulkQuotesUser;
import simulations.users.PipelineRunUser;
import simulations.users.RecommendationUser;

/** The investment platform: its investors, a sweep over all stocks, a run of its pipeline. */
public final class RecommendationSimulation extends GatedSimulation {

  public RecommendationSimulation() {
    super(new RecommendationUser(), new BulkQuotesUser(), new PipelineRunUser());
  }
}
