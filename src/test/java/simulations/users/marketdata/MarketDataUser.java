package simulations.users.marketdata;

import loadgate.UserType;
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
}
