package simulations.users.agent;

import java.time.Duration;
import loadgate.model.ThinkTime;

/** Almost without a pause. */
public final class QualityAgentBurstUser implements QualityAgentVisitor {

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(0), Duration.ofMillis(500));
  }
}
