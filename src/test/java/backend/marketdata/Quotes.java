package backend.marketdata;

import backend.assets.Asset;
import backend.assets.AssetClass;
import backend.assets.Assets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices of several symbols at once. */
record Quotes(Map<String, Quote> prices, int count) {

  /**
   * One of them.
   *
   * @param error why there is no price; null when there is one
   */
  record Quote(
      String symbol,
      String name,
      double price,
      double change,
      double changePercent,
      String source,
      Instant timestamp,
      String assetType,
      String error) {

    private static Quote of(String symbol, Price price) {
      Optional<Asset> asset = Assets.find(symbol);
      return new Quote(
          symbol,
          asset.map(Asset::name).orElse(symbol),
          price.price(),
          price.change(),
          price.changePercent(),
          price.source(),
          price.lastUpdated(),
          asset.map(Asset::assetClass).orElse(AssetClass.EQUITY).word(),
          error(symbol, price));
    }

    private static String error(String symbol, Price price) {
      if (price.present()) {
        return null;
      }
      return price.isFailed() ? "no provider answers for " + symbol : "no data for " + symbol;
    }
  }

  static Quotes of(List<String> symbols, MarketData data) {
    Map<String, Quote> prices = new LinkedHashMap<>();
    symbols.forEach(symbol -> prices.put(symbol, Quote.of(symbol, data.price(symbol))));
    return new Quotes(prices, prices.size());
  }
}
