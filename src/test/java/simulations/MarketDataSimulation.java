package simulations;

import loadgate.GatedSimulation;
import simulations.users.marketdata.MarketCachedUser;
import simulations.users.marketdata.MarketDataHighLoadUser;
import simulations.users.marketdata.MarketDataSpikeUser;
import simulations.users.marketdata.MarketDataUser;
import simulations.users.marketdata.MarketProbeUser;
import simulations.users.marketdata.MarketUncachedUser;

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
