package simulations.users.accounts;

import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** Has agents look into accounts and watches their work to its end. */
public final class AccountAnalysisUser implements UserType, UserTypeHooks {

  private static final Metric COMPLETION = new Metric("stream-completion-rate", "Stream completed");

  private static final String PATIENCE = "patience-seconds";
  private static final int MOST_FRAMES_OF_ANALYSIS = 100;
  private static final int MOST_FRAMES_OF_REVIEW = 50;

  private final CopilotRequests copilot = new CopilotRequests(this);
  private final Duration patience;

  public AccountAnalysisUser() {
    this(Duration.ofSeconds(30));
  }

  private AccountAnalysisUser(Duration patience) {
    this.patience = patience;
  }

  /** {@code patience-seconds}: how long a stream may take to its completion. */
  @Override
  public UserType configured(Options options) {
    int seconds = options.only(PATIENCE).wholeNumber(PATIENCE, (int) patience.toSeconds(), 1);
    return new AccountAnalysisUser(Duration.ofSeconds(seconds));
  }

  @Override
  public Duration longestIteration() {
    return patience;
  }

  /** A stream counts as two. */
  @Override
  public int requestsPerIteration() {
    return 2;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        COMPLETION,
        CopilotRequests.FIRST_EVENT_TIME,
        CopilotRequests.COMPLETION_TIME,
        CopilotRequests.FRAME_GAP,
        StreamCounts.OPEN_STREAMS,
        StreamCounts.FRAMES_PER_SECOND);
  }

  @Override
  public void prepare(Target target) {
    CopilotRequests.findAgents(target);
  }

  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    return Stream.concat(copilot.figures().stream(), Stream.of(copilot.unfinished(COMPLETION)))
        .toList();
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(
        task(10, watched("account_analysis", "load-test-", AccountAnalysisUser::analysis)),
        task(3, watched("daily_review", "daily-", AccountAnalysisUser::review)),
        task(1, copilot.health()));
  }

  private ChainBuilder watched(
      String kind, String threadPrefix, Supplier<AccountStream> newStream) {
    return copilot.stream(kind, threadPrefix, patience, newStream)
        .exec(copilot.recordSuccess(COMPLETION))
        .exec(copilot.recordTimes());
  }

  private static AccountStream analysis() {
    int percent = ThreadLocalRandom.current().nextInt(100);
    String workflow =
        percent < 70 ? "account_analysis" : percent < 90 ? "daily_review" : "risk_assessment";
    return AccountStream.whole(accountId(), workflow, MOST_FRAMES_OF_ANALYSIS);
  }

  private static AccountStream review() {
    return AccountStream.whole(accountId(), "daily_review", MOST_FRAMES_OF_REVIEW);
  }

  static String accountId() {
    return "ACC-LOAD-" + ThreadLocalRandom.current().nextInt(1_000, 10_000);
  }
}
