package simulations.users.marketdata;

import java.time.Duration;
import loadgate.UserType;
import loadgate.model.ThinkTime;
import loadgate.settings.Options;

/** An assistant with much to do, for long runs. */
public record MarketDataHighLoadUser(MarketSymbols symbols) implements MarketDataVisitor {

  public MarketDataHighLoadUser() {
    this(MarketSymbols.ALL);
  }

  @Override
  public UserType configured(Options options) {
    return new MarketDataHighLoadUser(MarketSymbols.told(options));
  }

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(500), Duration.ofMillis(2_000));
  }
}
