package proof.marketdata;

import java.util.List;
import proof.score.Load;
import proof.score.SharedLoads;
import simulations.MarketDataSimulation;

/** The loads of the market-data service. */
public final class MarketDataLoads implements SharedLoads {

  @Override
  public List<Load> broken() {
    return List.of(
        Load.of(MarketDataSimulation.class, "market-peak", 40, Load.FAILURES)
            .fault("error-rate", "20%"),
        spike(Load.FAILURES, "market-data-spike completion-rate", "market-data-spike failure-rate")
            .fault("error-rate", "25%")
            .fault("workers", "off"),
        Load.of(
                MarketDataSimulation.class,
                "market-endurance",
                60,
                "all requests mean",
                "all requests p99",
                "market-data-high-load / [Price] Simple Query p95",
                "market-data-high-load / [Price] With Provider p95",
                "market-data-high-load / [Price] Batch Query p95",
                "market-data-high-load completion-rate")
            .with("loadgate.gates.market-data-high-load.completion-rate.min-samples", 1)
            .fault("latency", "600ms")
            .fault("workers", "off"));
  }

  @Override
  public List<Load> healthy() {
    return List.of(
        spike("market-data-spike completion-rate"),
        Load.of(MarketDataSimulation.class, "market-peak", 40, "all requests p95"));
  }

  @Override
  public List<Load> busy() {
    return List.of(
        Load.of(MarketDataSimulation.class, "market-endurance", 4, "target memory-slope max"));
  }

  private static Load spike(String... gates) {
    return Load.of(MarketDataSimulation.class, "market-spike", 60, gates)
        .with("loadgate.gates.market-data-spike.completion-rate.min-samples", 1);
  }
}
