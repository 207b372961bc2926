package simulations.users.marketdata;

import loadgate.UserType;
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
}
