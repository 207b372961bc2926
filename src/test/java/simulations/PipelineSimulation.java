package simulations;

import loadgate.GatedSimulation;
import simulations.users.investment.PipelineRunUser;

/** A run of the pipeline alone. */
public final class PipelineSimulation extends GatedSimulation {

  public PipelineSimulation() {
    super(new PipelineRunUser());
  }
}
