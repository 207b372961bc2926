package simulations.users.marketdata;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.target.Target;

/** Asks for nothing but prices that every cache has. */
public final class MarketCachedUser implements UserType, UserTypeHooks {

  @Override
  public void preflight(Target target) {
    MarketPreparation.demandHealth(target);
  }

  @Override
  public void prepare(Target target) {
    MarketPreparation.warmCache(target, MarketSymbols.popular().names());
  }

  @Override
  public ChainBuilder iterate() {
    return new PriceRequests(this, MarketSymbols.ALL)
        .price("[Cache] Cached Price", MarketSymbols.popular());
  }
}
