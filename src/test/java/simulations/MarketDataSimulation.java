package simulations;

import loadgate.GatedSimulation;
import simulations.users.MarketCachedUser;
import simulations.users.MarketDataHighLoadUser;
import simulations.users.MarketDataSpikeUser;
import simulations.users.MarketDataUser;
import simulations.users.MarketProbeUser;
import simulations.users.MarketUncachedUser;

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
