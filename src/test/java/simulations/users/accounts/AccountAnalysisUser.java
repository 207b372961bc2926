package simulations.users.accounts;

import static loadgate.Chains.task;
import static loadgate.Chains.weighted;
import static simulations.users.accounts.StreamRequests.HEALTH;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** Has agents analyse accounts and follows their event streams to the end. */
public final class AccountAnalysisUser implements UserType, UserTypeHooks {

  private static final Metric COMPLETION = new Metric("stream-completion-rate", "Stream completed");

  private static final String PATIENCE = "patience-seconds";

  private final Duration patience;
  private final StreamRequests streams;

  public AccountAnalysisUser() {
    this(Duration.ofSeconds(30));
  }

  private AccountAnalysisUser(Duration patience) {
    this.patience = patience;
    this.streams = new StreamRequests(COMPLETION, patience);
  }

  /** {@code patience-seconds}: how long a stream may take until its completion. */
  @Override
  public UserType configured(Options options) {
    int seconds = options.only(PATIENCE).wholeNumber(PATIENCE, (int) patience.toSeconds(), 1);
    return new AccountAnalysisUser(Duration.ofSeconds(seconds));
  }

  @Override
  public Duration longestIteration() {
    return patience;
  }

  /** Connection, completion and closing of a stream. */
  @Override
  public OptionalInt requestsPerIteration() {
    return OptionalInt.of(3);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(
        COMPLETION,
        StreamRequests.FIRST_EVENT_TIME,
        StreamRequests.COMPLETION_TIME,
        StreamRequests.FRAME_GAP,
        StreamCounts.OPEN_STREAMS,
        StreamCounts.FRAMES_PER_SECOND);
  }

  @Override
  public void prepare(Target target) {
    StreamRequests.expectHealthy(target);
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(
        task(
            10,
            streams.follow("account_analysis", AccountAnalysisUser::analysis),
            streams.recordTimes()),
        task(
            3,
            streams.follow("daily_review", AccountAnalysisUser::dailyReview),
            streams.recordTimes()),
        task(1, HEALTH));
  }

  private static AccountStream analysis() {
    int percent = ThreadLocalRandom.current().nextInt(100);
    String workflow =
        percent < 70 ? "account_analysis" : percent < 90 ? "daily_review" : "risk_assessment";
    return AccountStream.whole("load-test-", workflow, 100);
  }

  private static AccountStream dailyReview() {
    return AccountStream.whole("daily-", "daily_review", 50);
  }

  @Override
  public List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    return streams.counts().derived();
  }
}
