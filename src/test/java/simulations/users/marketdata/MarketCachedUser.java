package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.feed;

import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.target.Target;

/** Asks only for prices that are in the cache. */
public final class MarketCachedUser implements UserType, UserTypeHooks {

  @Override
  public void preflight(Target target) {
    Preparation.requireHealthy(target);
  }

  @Override
  public void prepare(Target target) {
    Preparation.warmCache(target, popular());
  }

  @Override
  public Duration longestIteration() {
    return MarketRequests.TIMEOUT;
  }

  @Override
  public ChainBuilder iterate() {
    return feed(popular().random()).exec(MarketRequests.price("[Cache] Cached Price"));
  }

  private static Symbols popular() {
    return Symbols.all().with("popular", "yes");
  }
}
