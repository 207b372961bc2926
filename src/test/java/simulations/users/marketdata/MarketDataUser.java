package simulations.users.marketdata;

import java.time.Duration;
import loadgate.UserType;
import loadgate.model.ThinkTime;
import loadgate.settings.Options;

/** An assistant at work: it thinks for a while before it asks again. */
public record MarketDataUser(MarketSymbols symbols) implements MarketDataVisitor {

  public MarketDataUser() {
    this(MarketSymbols.ALL);
  }

  @Override
  public UserType configured(Options options) {
    return new MarketDataUser(MarketSymbols.told(options));
  }

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(1_000), Duration.ofMillis(5_000));
  }
}
