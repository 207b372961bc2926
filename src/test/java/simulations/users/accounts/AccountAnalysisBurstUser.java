package simulations.users.accounts;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.target.Target;

/** Has agents analyse one account after the other and leaves each stream after five frames. */
public final class AccountAnalysisBurstUser implements UserType, UserTypeHooks {

  private static final Metric START = new Metric("stream-start-rate", "Stream started");

  /** When the fifth frame has to be there. */
  private static final Duration DUE = Duration.ofSeconds(5);

  /** Longer than the limits on the time of the fifth frame, which could not be broken otherwise. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final StreamRequests streams = new StreamRequests(START, PATIENCE);

  @Override
  public UserType configured(Options options) {
    options.only();
    return new AccountAnalysisBurstUser();
  }

  @Override
  public Duration longestIteration() {
    return PATIENCE;
  }

  /** Connection, fifth frame and closing of a stream. */
  @Override
  public OptionalInt requestsPerIteration() {
    return OptionalInt.of(3);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(START);
  }

  @Override
  public void prepare(Target target) {
    StreamRequests.expectHealthy(target);
  }

  @Override
  public ChainBuilder iterate() {
    return streams.follow("burst", () -> AccountStream.start("burst-", "account_analysis", 5, DUE));
  }
}
