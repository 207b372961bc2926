package backend.marketdata;

import backend.assets.Asset;
import backend.assets.History;
import backend.providers.Sourced;
import backend.stocks.TradingYear;
import java.time.Instant;

/**
 * The price block of an answer.
 *
 * @param price above 0; 0 when there is none
 * @param asOf the moment of the price
 * @param lastUpdated when the provider was asked
 * @param source the provider, or why there is no price
 * @param ttl how long the block is good in the cache, in seconds; 0 when it is not kept
 * @param confidence 0..1
 */
public record Price(
    double price,
    double change,
    double changePercent,
    Instant asOf,
    Instant lastUpdated,
    String source,
    long ttl,
    double confidence) {

  private static final String UNKNOWN = "unknown";
  private static final String ERROR = "error";

  static Price of(Asset asset, Sourced<History> year) {
    History history = year.value();
    return new Price(
        history.closes().last(),
        history.change(),
        history.changePercent(),
        TradingYear.lastClose(),
        Instant.now(),
        year.provider(),
        asset.assetClass().priceLifetime().toSeconds(),
        year.confidence());
  }

  /** Of a symbol that nobody knows. */
  static Price unknown() {
    return none(UNKNOWN);
  }

  /** Of an asset whose providers do not answer. */
  static Price failed() {
    return none(ERROR);
  }

  private static Price none(String reason) {
    return new Price(0, 0, 0, TradingYear.lastClose(), Instant.now(), reason, 0, 0);
  }

  /** Whether there is a price at all. */
  public boolean present() {
    return price > 0;
  }

  /** Whether providers know the asset but do not answer. */
  public boolean isFailed() {
    return source.equals(ERROR);
  }
}
