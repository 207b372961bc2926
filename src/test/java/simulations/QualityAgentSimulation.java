package simulations;

import loadgate.GatedSimulation;
import simulations.users.agent.AgentProbeUser;
import simulations.users.agent.QualityAgentBurstUser;
import simulations.users.agent.QualityAgentHighLoadUser;
import simulations.users.agent.QualityAgentUser;

/** The agent that watches language models, with its memory read beside the load. */
public final class QualityAgentSimulation extends GatedSimulation {

  public QualityAgentSimulation() {
    super(
        new QualityAgentUser(),
        new QualityAgentHighLoadUser(),
        new QualityAgentBurstUser(),
        new AgentProbeUser());
  }
}
