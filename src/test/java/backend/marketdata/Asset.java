package backend.marketdata;

import static java.util.function.Function.identity;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that is traded.
 *
 * @param lastPrice the close that its generated year ends at
 * @param units shares or coins in existence; 0 for a currency pair
 */
record Asset(String symbol, String name, Type type, double lastPrice, long units) {

  private static final Map<String, Asset> BY_SYMBOL =
      Stream.of(
              equity("AAPL", "Apple Inc.", 205, 14_900),
              equity("TSLA", "Tesla, Inc.", 317, 3_220),
              equity("MSFT", "Microsoft Corporation", 497, 7_430),
              equity("GOOGL", "Alphabet Inc.", 176, 12_100),
              equity("AMZN", "Amazon.com, Inc.", 219, 10_600),
              equity("META", "Meta Platforms, Inc.", 738, 2_520),
              equity("NVDA", "NVIDIA Corporation", 158, 24_400),
              equity("AMD", "Advanced Micro Devices", 142, 1_620),
              coin("BTC", "Bitcoin", 107_000, 20),
              coin("ETH", "Ethereum", 2_450, 121),
              coin("SOL", "Solana", 151, 532),
              coin("AVAX", "Avalanche", 18, 422),
              coin("LINK", "Chainlink", 13.4, 678),
              coin("UNI", "Uniswap", 7.1, 600),
              pair("EURUSD", "Euro / US Dollar", 1.1787),
              pair("GBPUSD", "Pound Sterling / US Dollar", 1.3732),
              pair("USDJPY", "US Dollar / Yen", 144.03),
              pair("AUDUSD", "Australian Dollar / US Dollar", 0.6581))
          .collect(Collectors.toUnmodifiableMap(Asset::symbol, identity()));

  /** Decides which providers know an asset and how long its price may be cached. */
  enum Type {
    EQUITY("stock", "NASDAQ", Duration.ofSeconds(300)),
    PAIR("stock", "FOREX", Duration.ofSeconds(60)),
    COIN("crypto", "BINANCE", Duration.ofSeconds(30));

    /** The API's word; it takes currency pairs for stocks. */
    final String word;

    final String exchange;
    final Duration priceLifetime;

    Type(String word, String exchange, Duration priceLifetime) {
      this.word = word;
      this.exchange = exchange;
      this.priceLifetime = priceLifetime;
    }
  }

  /** Finds the asset of an upper-case symbol. */
  static Optional<Asset> find(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /** The value of all units. */
  double marketCap() {
    return lastPrice * units;
  }

  /** Price per earnings, the same every time; null for what has no earnings. */
  Double peRatio() {
    return type == Type.EQUITY ? 12 + Math.floorMod(symbol.hashCode(), 330) / 10.0 : null;
  }

  private static Asset equity(String symbol, String name, double price, long millions) {
    return new Asset(symbol, name, Type.EQUITY, price, millions * 1_000_000);
  }

  private static Asset coin(String symbol, String name, double price, long millions) {
    return new Asset(symbol, name, Type.COIN, price, millions * 1_000_000);
  }

  private static Asset pair(String symbol, String name, double price) {
    return new Asset(symbol, name, Type.PAIR, price, 0);
  }
}
