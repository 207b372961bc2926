package simulations.users.agent;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.target.Target;

/**
 * Has answers of language models scored, compared and judged. Its kinds differ in how long they
 * think.
 */
public interface QualityAgentVisitor extends UserType, UserTypeHooks {

  @Override
  default Duration longestIteration() {
    return QualityAgent.PATIENCE;
  }

  @Override
  default void prepare(Target target) {
    AgentPreparation.of(target);
  }

  @Override
  default ChainBuilder iterate() {
    return new QualityAgent(this).iterate();
  }
}
