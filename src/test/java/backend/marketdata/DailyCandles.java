package backend.marketdata;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** A year of daily candles, the oldest first, with figures of technical analysis. */
final class DailyCandles {

  private static final int DAYS = 252;
  private static final LocalDate LAST_DAY = LocalDate.of(2025, 6, 30);
  private static final double[] MARKET_RETURNS =
      new SplittableRandom(6_000).doubles(DAYS, -0.015, 0.016).toArray();

  private final List<Candle> candles;

  private DailyCandles(List<Candle> candles) {
    this.candles = candles;
  }

  /** {@code timestamp} is the beginning of the day in seconds since 1970. */
  record Candle(long timestamp, double open, double close, double volume) {

    private double change() {
      return close / open - 1;
    }
  }

  /**
   * Draws the year of an asset from a seed, so that it is the same every time: a random walk that
   * follows a common market, so that correlations mean something.
   */
  static DailyCandles of(Asset asset) {
    SplittableRandom random = new SplittableRandom(asset.symbol().hashCode());
    double swing = asset.type() == Asset.Type.PAIR ? 0.005 : 0.03;
    List<Candle> candles = new ArrayList<>();
    double close = asset.lastPrice();
    for (int age = 0; age < DAYS; age++) {
      double change = asset.beta() * MARKET_RETURNS[age] + random.nextDouble(-swing, swing);
      double open = close / (1 + change);
      candles.add(
          new Candle(
              LAST_DAY.minusDays(age).atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
              open,
              close,
              (1_000_000 + asset.units() / 250) * random.nextDouble(0.6, 1.4)));
      close = open;
    }
    Collections.reverse(candles);
    return new DailyCandles(candles);
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
    return latest(days).stream().mapToDouble(Candle::close).average().orElseThrow();
  }

  /** Relative strength index over 14 days, 0..100. */
  double rsi() {
    double[] moves = latest(14).stream().mapToDouble(day -> day.close() - day.open()).toArray();
    double gains = DoubleStream.of(moves).filter(move -> move > 0).sum();
    return 100 * gains / DoubleStream.of(moves).map(Math::abs).sum();
  }

  /** Standard deviation of the newest daily returns, over a year of trading days. */
  double volatility(int days) {
    return Math.sqrt(covariance(this, days) * DAYS);
  }

  /** Pearson's correlation of the newest daily returns, -1..1. */
  double correlation(DailyCandles other, int days) {
    double variances = covariance(this, days) * other.covariance(other, days);
    return covariance(other, days) / Math.sqrt(variances);
  }

  private double covariance(DailyCandles other, int days) {
    double[] own = returns(days);
    double[] others = other.returns(days);
    return IntStream.range(0, own.length).mapToDouble(i -> own[i] * others[i]).average().orElse(0);
  }

  /** Daily returns less their mean. */
  private double[] returns(int days) {
    double mean = latest(days).stream().mapToDouble(Candle::change).average().orElseThrow();
    return latest(days).stream().mapToDouble(day -> day.change() - mean).toArray();
  }
}
