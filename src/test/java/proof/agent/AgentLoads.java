package proof.agent;

import java.util.List;
import proof.score.Load;
import proof.score.SharedLoads;
import simulations.QualityAgentSimulation;

/** The loads of the agent. */
public final class AgentLoads implements SharedLoads {

  @Override
  public List<Load> broken() {
    return List.of(
        Load.of(QualityAgentSimulation.class, "agent-stress", 100, Load.THROUGHPUT)
            .fault("latency", "2500ms"));
  }

  @Override
  public List<Load> healthy() {
    return List.of(Load.of(QualityAgentSimulation.class, "agent-stress", 50, Load.THROUGHPUT));
  }

  @Override
  public List<Load> busy() {
    return List.of(
        Load.of(QualityAgentSimulation.class, "agent-load", 4, "target cpu mean"),
        Load.of(QualityAgentSimulation.class, "agent-endurance", 4, "target memory-slope max"));
  }
}
