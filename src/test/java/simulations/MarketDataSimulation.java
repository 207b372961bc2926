package simulations;

import loadgate.GatedSimulation;
import simulations.users.market.MarketCachedUser;
import simulations.users.market.MarketDataHighLoadUser;
import simulations.users.market.MarketDataSpikeUser;
import simulations.users.market.MarketDataUser;
import simulations.users.market.MarketProbeUser;
import simulations.users.market.MarketUncachedUser;

/** Assistants that ask the market-data service, and a probe that watches it meanwhile. */
public final class MarketDataSimulation extends GatedSimulation {

  public MarketDataSimulation() {
    super(
        new MarketDataUser(),
        new MarketDataHighLoadUser(),
        new MarketDataSpikeUser(),
        new MarketCachedUser(),
        new MarketUncachedUser(),
        // Last, because it reads the counters of a cache that the others have warmed.
        new MarketProbeUser());
  }
}
