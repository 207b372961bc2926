package simulations.users.agent;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import loadgate.ThinkTime;
import loadgate.UserType;
import loadgate.target.Target;

/** Does what {@link QualityAgentUser} does, twice as fast. */
public final class QualityAgentHighLoadUser implements UserType {

  private final QualityAgent agent = new QualityAgent(this);

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(500), Duration.ofMillis(1_500));
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
