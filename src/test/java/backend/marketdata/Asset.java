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
record Asset(String symbol, String name, Type type, double lastPrice, double units) {

  private static final Map<String, Asset> BY_SYMBOL =
      Stream.of(
              new Asset("AAPL", "Apple", Type.EQUITY, 205, 14.9e9),
              new Asset("TSLA", "Tesla", Type.EQUITY, 317, 3.22e9),
              new Asset("MSFT", "Microsoft", Type.EQUITY, 497, 7.43e9),
              new Asset("GOOGL", "Alphabet", Type.EQUITY, 176, 12.1e9),
              new Asset("AMZN", "Amazon", Type.EQUITY, 219, 10.6e9),
              new Asset("META", "Meta Platforms", Type.EQUITY, 738, 2.52e9),
              new Asset("NVDA", "NVIDIA", Type.EQUITY, 158, 24.4e9),
              new Asset("AMD", "Advanced Micro Devices", Type.EQUITY, 142, 1.62e9),
              new Asset("BTC", "Bitcoin", Type.COIN, 107_000, 20e6),
              new Asset("ETH", "Ethereum", Type.COIN, 2_450, 121e6),
              new Asset("SOL", "Solana", Type.COIN, 151, 532e6),
              new Asset("AVAX", "Avalanche", Type.COIN, 18, 422e6),
              new Asset("LINK", "Chainlink", Type.COIN, 13.4, 678e6),
              new Asset("UNI", "Uniswap", Type.COIN, 7.1, 600e6),
              new Asset("EURUSD", "Euro / US Dollar", Type.PAIR, 1.1787, 0),
              new Asset("GBPUSD", "Pound Sterling / US Dollar", Type.PAIR, 1.3732, 0),
              new Asset("USDJPY", "US Dollar / Yen", Type.PAIR, 144.03, 0),
              new Asset("AUDUSD", "Australian Dollar / US Dollar", Type.PAIR, 0.6581, 0))
          .collect(Collectors.toUnmodifiableMap(Asset::symbol, identity()));

  /** Decides which providers know an asset and how long its price may be cached. */
  enum Type {
    EQUITY(Duration.ofSeconds(300)),
    PAIR(Duration.ofSeconds(60)),
    COIN(Duration.ofSeconds(30));

    final Duration priceLifetime;

    Type(Duration priceLifetime) {
      this.priceLifetime = priceLifetime;
    }
  }

  /** Finds the asset of an upper-case symbol. */
  static Optional<Asset> find(String symbol) {
    return Optional.ofNullable(BY_SYMBOL.get(symbol));
  }

  /**
   * As {@link #find}.
   *
   * @throws MarketDataException if nobody knows the symbol
   */
  static Asset known(String symbol) {
    return find(symbol).orElseThrow(() -> MarketDataException.unknown(symbol));
  }

  double marketCap() {
    return lastPrice * units;
  }

  /** Price per earnings; null for what has no earnings. */
  Double peRatio() {
    return type == Type.EQUITY ? 12 + Math.floorMod(symbol.hashCode(), 330) / 10.0 : null;
  }

  /** How strongly the price moves with the market. */
  double beta() {
    return 0.3 + Math.floorMod(symbol.hashCode(), 150) / 100.0;
  }
}
