package simulations.users;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import loadgate.ThinkTime;
import loadgate.UserType;
import loadgate.target.Target;

/** Has agents look into one account after the other and goes as soon as they have begun. */
public final class AccountAnalysisBurstUser implements UserType {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FRAMES = 5;

  private final CopilotRequests copilot = new CopilotRequests(this);

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.pace(Duration.ofMillis(500));
  }

  /** A stream counts as two. */
  @Override
  public int requestsPerIteration() {
    return 2;
  }

  @Override
  public void prepare(Target target) {
    CopilotRequests.findAgents(target);
  }

  @Override
  public ChainBuilder iterate() {
    return copilot.stream("burst", "burst-", PATIENCE, AccountAnalysisBurstUser::beginning);
  }

  private static AccountStream beginning(Session session) {
    return AccountStream.beginning(AccountAnalysisUser.accountId(), "account_analysis", FRAMES);
  }
}
