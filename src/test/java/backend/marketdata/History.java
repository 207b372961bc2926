package backend.marketdata;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A year of daily candles, the oldest first, with the usual figures of technical analysis. */
final class History {

  private static final int DAYS = 252;
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final int RSI_DAYS = 14;
  private static final double[] MARKET_RETURNS = marketReturns();

  private final List<Candle> candles;
  private final double[] closes;

  private History(List<Candle> candles) {
    this.candles = candles;
    this.closes = candles.stream().mapToDouble(Candle::close).toArray();
  }

  /**
   * One day.
   *
   * @param timestamp its beginning in seconds since 1970
   */
  record Candle(
      long timestamp, double open, double high, double low, double close, double volume) {}

  /** Moving average convergence divergence over 12, 26 and 9 days. */
  record Macd(double macd, double signal, double histogram) {}

  private static double[] marketReturns() {
    SplittableRandom random = new SplittableRandom(6_000);
    return random.doubles(DAYS, -0.015, 0.016).toArray();
  }

  /**
   * Draws the year of an asset from a seed, so that it is the same every time: a random walk that
   * follows a common market, so that betas and correlations mean something.
   */
  static History of(Asset asset) {
    SplittableRandom random = new SplittableRandom(asset.symbol().hashCode());
    double beta = random.nextDouble(0.3, 1.8);
    double swing = asset.type() == Asset.Type.PAIR ? 0.005 : 0.03;
    List<Candle> backwards = new ArrayList<>();
    double close = asset.lastPrice();
    for (int day = DAYS - 1; day >= 0; day--) {
      double open = close / (1 + beta * MARKET_RETURNS[day] + random.nextDouble(-swing, swing));
      double reach = random.nextDouble(1, 1.01);
      backwards.add(
          new Candle(
              LAST_DAY.minusDays(DAYS - 1 - day).atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
              open,
              Math.max(open, close) * reach,
              Math.min(open, close) / reach,
              close,
              (1_000_000 + asset.units() / 250.0) * random.nextDouble(0.6, 1.4)));
      close = open;
    }
    Collections.reverse(backwards);
    return new History(backwards);
  }

  /** The newest candles, at most as many as there are. */
  List<Candle> latest(int days) {
    return candles.subList(Math.max(0, DAYS - days), DAYS);
  }

  Candle last() {
    return candles.get(DAYS - 1);
  }

  /** How far the price moved in so many days, 0.1 for 10 %. */
  double change(int days) {
    return last().close() / latest(days).get(0).open() - 1;
  }

  /** Mean of the newest closes. */
  double average(int days) {
    return mean(latest(days).stream().mapToDouble(Candle::close).toArray());
  }

  /** Relative strength index over 14 days, 0..100. */
  double rsi() {
    double gains = 0;
    double moves = 0;
    for (int day = DAYS - RSI_DAYS; day < DAYS; day++) {
      double move = closes[day] - closes[day - 1];
      gains += Math.max(move, 0);
      moves += Math.abs(move);
    }
    return 100 * gains / moves;
  }

  Macd macd() {
    double[] fast = exponentialAverages(closes, 12);
    double[] slow = exponentialAverages(closes, 26);
    double[] line = IntStream.range(0, DAYS).mapToDouble(day -> fast[day] - slow[day]).toArray();
    double macd = line[DAYS - 1];
    double signal = exponentialAverages(line, 9)[DAYS - 1];
    return new Macd(macd, signal, macd - signal);
  }

  /** Standard deviation of the newest daily returns, over a year of trading days. */
  double volatility(int days) {
    double[] returns = returns(days);
    return Math.sqrt(covariance(returns, returns) * DAYS);
  }

  /** How strongly the price moves with the market. */
  double beta() {
    return covariance(returns(DAYS), MARKET_RETURNS) / covariance(MARKET_RETURNS, MARKET_RETURNS);
  }

  /** Pearson's correlation of the newest daily returns, -1..1. */
  double correlation(History other, int days) {
    double[] own = returns(days);
    double[] others = other.returns(days);
    return covariance(own, others)
        / Math.sqrt(covariance(own, own) * covariance(others, others));
  }

  private double[] returns(int days) {
    return latest(days).stream().mapToDouble(day -> day.close() / day.open() - 1).toArray();
  }

  private static double covariance(double[] some, double[] others) {
    double mean = mean(some);
    double othersMean = mean(others);
    return IntStream.range(0, some.length)
        .mapToDouble(i -> (some[i] - mean) * (others[i] - othersMean))
        .average()
        .orElse(0);
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElse(0);
  }

  private static double[] exponentialAverages(double[] values, int days) {
    double weight = 2.0 / (days + 1);
    double[] averages = values.clone();
    for (int i = 1; i < averages.length; i++) {
      averages[i] = weight * values[i] + (1 - weight) * averages[i - 1];
    }
    return averages;
  }
}
