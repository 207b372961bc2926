package backend.market;

import java.time.Instant;
import java.util.List;

/**
 * The market at a glance.
 *
 * @param marketSentiment share of the stocks that rose minus share of those that fell, -1..1
 */
public record MarketOverview(
    Instant timestamp,
    String marketStatus,
    double marketSentiment,
    List<Index> indices,
    List<Sector> sectors,
    List<Mover> topGainers,
    List<Mover> topLosers) {

  public MarketOverview {
    indices = List.copyOf(indices);
    sectors = List.copyOf(sectors);
    topGainers = List.copyOf(topGainers);
    topLosers = List.copyOf(topLosers);
  }

  record Index(String symbol, String name, double value, double change, double changePercent) {}

  record Sector(String sector, int stockCount, double totalMarketCap, double avgMarketCap) {}

  record Mover(String symbol, double changePercent) {}
}
