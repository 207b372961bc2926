package backend.marketdata;

import backend.kit.Cache;
import backend.marketdata.Providers.Sourced;
import java.time.Duration;
import java.util.function.Supplier;

/** Data about assets, from the cache or else from their providers. */
final class MarketData {

  private static final Duration HISTORY_LIFETIME = Duration.ofMinutes(5);
  private static final Duration NARRATIVE_LIFETIME = Duration.ofMinutes(10);

  private final Providers providers;
  private final Cache cache;

  MarketData(Providers providers, Cache cache) {
    this.providers = providers;
    this.cache = cache;
  }

  /** The price of an upper-case symbol; one that says why when there is none. */
  Price price(String symbol) {
    Duration lifetime =
        Asset.find(symbol).map(asset -> asset.type().priceLifetime).orElse(Duration.ZERO);
    try {
      return cache.get("price " + symbol, lifetime, () -> currentPrice(asset(symbol)));
    } catch (NoDataException e) {
      return Price.none(e.source());
    }
  }

  private Price currentPrice(Asset asset) {
    return Price.of(asset, providers.ask(asset, () -> History.of(asset)));
  }

  /**
   * A year of trading.
   *
   * @throws NoDataException if nobody knows the symbol or no provider answers
   */
  History history(String symbol) {
    return cached("history " + symbol, asset(symbol), HISTORY_LIFETIME, History::of);
  }
}
