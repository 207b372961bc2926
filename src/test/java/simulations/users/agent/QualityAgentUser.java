package simulations.users.agent;

import java.time.Duration;
import loadgate.model.ThinkTime;

/** Works at a person's pace. */
public final class QualityAgentUser implements QualityAgentVisitor {

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(1_000), Duration.ofMillis(3_000));
  }
}
