package backend.stocks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Draws a year of prices that is always the same for the same symbol: a random walk that follows a
 * common market more or less closely, so that correlations and betas mean something.
 */
public final class PriceGenerator {

  private static final long MARKET_SEED = 6_000;
  private static final double MARKET_DRIFT = 0.0004;
  private static final double MARKET_SWING = 0.009;

  private final double[] marketReturns = new double[TradingYear.DAYS];

  public PriceGenerator() {
    SplittableRandom random = new SplittableRandom(MARKET_SEED);
    for (int i = 0; i < marketReturns.length; i++) {
      marketReturns[i] = MARKET_DRIFT + MARKET_SWING * random.nextGaussian();
    }
  }

  /** How a symbol moves: with the market times {@code beta}, and on its own by {@code swing}. */
  public record Temper(double beta, double drift, double swing) {

    public static Temper ofStock(String symbol) {
      SplittableRandom random = new SplittableRandom(symbol.hashCode());
      return new Temper(
          random.nextDouble(0.3, 1.8),
          random.nextDouble(-0.001, 0.0012),
          random.nextDouble(0.006, 0.025));
    }

    public static Temper ofIndex(double beta) {
      return new Temper(beta, 0, 0.001);
    }
  }

  /**
   * The newest closes, up to a year, of which the last one is {@code last}. It is drawn backwards,
   * so that a part of the year is the same as in the whole year.
   */
  public PriceSeries closes(String symbol, Temper temper, double last, int days) {
    SplittableRandom random = new SplittableRandom(~(long) symbol.hashCode());
    double[] closes = new double[days];
    double close = last;
    for (int i = days - 1; i >= 0; i--) {
      closes[i] = Math.max(0.01, Math.round(close * 100) / 100.0);
      double own = temper.drift() + temper.swing() * random.nextGaussian();
      double market = marketReturns[TradingYear.DAYS - days + i];
      close /= Math.max(0.5, 1 + temper.beta() * market + own);
    }
    return new PriceSeries(closes);
  }

  /** One day of trading, without its date. */
  public record Bar(double open, double high, double low, double close, long volume) {}

  /** Dresses closes up as days of trading around a mean volume. */
  public List<Bar> bars(String symbol, PriceSeries closes, long meanVolume) {
    SplittableRandom random = new SplittableRandom(31L * symbol.hashCode());
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < closes.length(); i++) {
      double open = closes.close(Math.max(0, i - 1));
      double close = closes.close(i);
      double reach = 1 + random.nextDouble(0.01);
      bars.add(
          new Bar(
              open,
              Math.max(open, close) * reach,
              Math.min(open, close) / reach,
              close,
              (long) (meanVolume * random.nextDouble(0.6, 1.4))));
    }
    return bars;
  }
}
