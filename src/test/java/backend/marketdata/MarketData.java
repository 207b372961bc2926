package backend.marketdata;

import backend.kit.Cache;
import java.time.Duration;

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

  /** The price of an upper-case symbol, or a price block that says why there is none. */
  Price price(String symbol) {
    Duration lifetime =
        Asset.find(symbol).map(asset -> asset.type().priceLifetime).orElse(Duration.ZERO);
    try {
      return cache.get("price " + symbol, lifetime, () -> currentPrice(symbol));
    } catch (MarketDataException e) {
      return Price.none(e.source());
    }
  }

  private Price currentPrice(String symbol) {
    Asset asset = Asset.known(symbol);
    return Price.of(providers.ask(asset, () -> DailyCandles.of(asset)));
  }

  /**
   * A year of trading.
   *
   * @throws MarketDataException if no provider answers
   */
  DailyCandles history(Asset asset) {
    return cache.get(
        "history " + asset.symbol(),
        HISTORY_LIFETIME,
        () -> providers.ask(asset, () -> DailyCandles.of(asset)).value());
  }

  /**
   * A text about an asset.
   *
   * @throws MarketDataException if no provider answers
   */
  Narrative narrative(Asset asset, boolean deep) {
    return cache.get(
        (deep ? "deep narrative " : "narrative ") + asset.symbol(),
        NARRATIVE_LIFETIME,
        () ->
            providers.ask(asset, () -> Narrative.of(asset, DailyCandles.of(asset), deep)).value());
  }
}
