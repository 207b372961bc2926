package simulations.users.accounts;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** Has agents look into one account after the other and goes as soon as they have begun. */
public final class AccountAnalysisBurstUser implements UserType, UserTypeHooks {

  private static final Metric BEGINNING = new Metric("stream-start-rate", "Stream started");

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int FRAMES = 5;

  private final CopilotRequests copilot = new CopilotRequests(this);

  /** A stream counts as two. */
  @Override
  public int requestsPerIteration() {
    return 2;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(BEGINNING);
  }

  @Override
  public void prepare(Target target) {
    CopilotRequests.findAgents(target);
  }

  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    return List.of(copilot.unfinished(BEGINNING));
  }

  @Override
  public ChainBuilder iterate() {
    return copilot.stream("burst", "burst-", PATIENCE, AccountAnalysisBurstUser::beginning)
        .exec(copilot.recordSuccess(BEGINNING));
  }

  private static AccountStream beginning() {
    return AccountStream.beginning(AccountAnalysisUser.accountId(), "account_analysis", FRAMES);
  }
}
