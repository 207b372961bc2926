package simulations.users.agent;

import java.time.Duration;
import loadgate.model.ThinkTime;

/** Twice as fast as {@link QualityAgentUser}. */
public final class QualityAgentHighLoadUser implements QualityAgentVisitor {

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(500), Duration.ofMillis(1_500));
  }
}
