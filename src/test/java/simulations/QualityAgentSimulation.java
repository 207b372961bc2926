package simulations;

import loadgate.GatedSimulation;
import simulations.users.agent.AgentProbeUser;
import simulations.users.agent.QualityAgentUser;

/** The agent that watches language models, with its memory read beside the load. */
public final class QualityAgentSimulation extends GatedSimulation {

  public QualityAgentSimulation() {
    super(new QualityAgentUser(), new AgentProbeUser());
  }
}
