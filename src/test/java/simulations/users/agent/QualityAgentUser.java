package simulations.users.agent;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import loadgate.ThinkTime;
import loadgate.UserType;
import loadgate.target.Target;

/** Has answers of language models scored, compared and judged, at a person's pace. */
public final class QualityAgentUser implements UserType {

  private final QualityAgent agent = new QualityAgent(this);

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(1_000), Duration.ofMillis(3_000));
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
