package simulations.users.marketdata;

import java.time.Duration;
import loadgate.UserType;
import loadgate.model.ThinkTime;
import loadgate.settings.Options;

/** An assistant on a day when everybody wants to know everything. */
public record MarketDataSpikeUser(MarketSymbols symbols) implements MarketDataVisitor {

  public MarketDataSpikeUser() {
    this(MarketSymbols.ALL);
  }

  @Override
  public UserType configured(Options options) {
    return new MarketDataSpikeUser(MarketSymbols.told(options));
  }

  @Override
  public ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofMillis(100), Duration.ofMillis(1_000));
  }
}
