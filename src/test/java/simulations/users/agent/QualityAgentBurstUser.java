package simulations.users.agent;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import loadgate.ThinkTime;
import loadgate.UserType;
import loadgate.target.Target;

/** Does what {@link QualityAgentUser} does, almost without a pause. */
public final class QualityAgentBurstUser implements UserType {

  private final QualityAgent agent = new QualityAgent(this);

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(0), Duration.ofMillis(500));
  }

  @Override
  public Duration longestIteration() {
    return QualityAgent.PATIENCE;
  }

  @Override
  public void prepare(Target target) {
    AgentPreparation.of(target);
  }

  @Override
  public ChainBuilder iterate() {
    return agent.iterate();
  }
}
