package simulations.users.marketdata;

import loadgate.UserType;
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
}
