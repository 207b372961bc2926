package simulations;

import loadgate.GatedSimulation;
import simulations.users.marketdata.MarketCachedUser;
import simulations.users.marketdata.MarketDataUser;
import simulations.users.marketdata.MarketProbeUser;
import simulations.users.marketdata.MarketUncachedUser;

/** AI assistants that use the market-data service, and a probe that watches it. */
public final class MarketDataSimulation extends GatedSimulation {

  public MarketDataSimulation() {
    super(
        new MarketDataUser(),
        new MarketCachedUser(),
        new MarketUncachedUser(),
        // Last, because it reads the cache counters after the others have warmed the cache.
        new MarketProbeUser());
  }
}
