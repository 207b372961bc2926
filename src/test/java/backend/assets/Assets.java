package backend.assets;

import static java.util.function.Function.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that this backend has prices of. */
public final class Assets {

  private static final long MILLION = 1_000_000;

  /** What the market as a whole does; nobody asks for it by name. */
  static final Asset MARKET =
      new Asset(
          "^MARKET", "Market index", AssetClass.INDEX, "INDEX", "USD", "Index", "Index", 6_200, 0);

  private static final List<Asset> ALL =
      List.of(
          equity("AAPL", "Apple Inc.", "Technology", "Consumer Electronics", 205, 14_900),
          equity("TSLA", "Tesla, Inc.", "Consumer", "Automobiles", 317, 3_220),
          equity("MSFT", "Microsoft Corporation", "Technology", "Software", 497, 7_430),
          equity("GOOGL", "Alphabet Inc.", "Technology", "Internet Content", 176, 12_100),
          equity("AMZN", "Amazon.com, Inc.", "Consumer", "Internet Retail", 219, 10_600),
          equity("META", "Meta Platforms, Inc.", "Technology", "Internet Content", 738, 2_520),
          equity("NVDA", "NVIDIA Corporation", "Technology", "Semiconductors", 158, 24_400),
          equity("AMD", "Advanced Micro Devices", "Technology", "Semiconductors", 142, 1_620),
          coin("BTC", "Bitcoin", 107_000, 20),
          coin("ETH", "Ethereum", 2_450, 121),
          coin("SOL", "Solana", 151, 532),
          coin("AVAX", "Avalanche", 18, 422),
          coin("LINK", "Chainlink", 13.4, 678),
          coin("UNI", "Uniswap", 7.1, 600),
          pair("EURUSD", "Euro / US Dollar", "USD", 1.1787),
          pair("GBPUSD", "Pound Sterling / US Dollar", "USD", 1.3732),
          pair("USDJPY", "US Dollar / Yen", "JPY", 144.03),
          pair("AUDUSD", "Australian Dollar / US Dollar", "USD", 0.6581));

  private static final Map<String, Asset> BY_SYMBOL =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Asset::symbol, identity()));

  private Assets() {}

  /** The asset of an upper-case symbol. */
  public static Optional<Asset> find(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /** All of one class, the best known first. */
  public static List<Asset> of(AssetClass assetClass) {
    return ALL.stream().filter(asset -> asset.assetClass() == assetClass).toList();
  }

  private static Asset equity(
      String symbol, String name, String sector, String industry, double price, long millions) {
    return new Asset(
        symbol,
        name,
        AssetClass.EQUITY,
        "NASDAQ",
        "USD",
        sector,
        industry,
        price,
        millions * MILLION);
  }

  private static Asset coin(String symbol, String name, double price, long millions) {
    return new Asset(
        symbol,
        name,
        AssetClass.COIN,
        "BINANCE",
        "USDT",
        "Crypto",
        "Crypto",
        price,
        millions * MILLION);
  }

  private static Asset pair(String symbol, String name, String currency, double price) {
    return new Asset(
        symbol, name, AssetClass.CURRENCY_PAIR, "FOREX", currency, "Forex", "Forex", price, 0);
  }
}
