package simulations;

import loadgate.GatedSimulation;
import simulations.users.agent.AgentProbeUser;
import simulations.users.agent.QualityAgentUser;

/** Load on the agent, with its memory read beside it. */
public final class QualityAgentSimulation extends GatedSimulation {

  public QualityAgentSimulation() {
    super(new QualityAgentUser(), new AgentProbeUser());
  }
}
