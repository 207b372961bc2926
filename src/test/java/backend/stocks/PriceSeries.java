package backend.stocks;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Closing prices, the oldest first, and the usual figures about them; at least one price. */
public final class PriceSeries {

  /** Yearly return of an investment without risk. */
  private static final double RISK_FREE = 0.04;

  private final double[] closes;

  public PriceSeries(double... closes) {
    this.closes = closes.clone();
  }

  public int length() {
    return closes.length;
  }

  public double close(int index) {
    return closes[index];
  }

  public double last() {
    return closes[closes.length - 1];
  }

  public double[] closes() {
    return closes.clone();
  }

  /** The newest {@code count} prices, all of them if there are fewer. */
  public PriceSeries latest(int count) {
    return new PriceSeries(
        Arrays.copyOfRange(closes, Math.max(0, closes.length - count), closes.length));
  }

  /** From the first price to the last one; 0.1 is 10 %. */
  public double totalReturn() {
    return last() / closes[0] - 1;
  }

  /** The mean daily return over a year of trading days. */
  public double annualizedReturn() {
    return mean(returns()) * TradingYear.DAYS;
  }

  /** Standard deviation of the daily returns over a year of trading days. */
  public double volatility() {
    return deviation(returns()) * Math.sqrt(TradingYear.DAYS);
  }

  /** Return beyond the risk-free one per unit of volatility. */
  public double sharpeRatio() {
    return ratio(annualizedReturn() - RISK_FREE, volatility());
  }

  /** As {@link #sharpeRatio}, counting only the days with a loss as risk. */
  public double sortinoRatio() {
    double squaredLosses = DoubleStream.of(returns()).map(r -> Math.pow(Math.min(r, 0), 2)).sum();
    double downside = Math.sqrt(ratio(squaredLosses, returns().length) * TradingYear.DAYS);
    return ratio(annualizedReturn() - RISK_FREE, downside);
  }

  /** Return beyond the risk-free one per unit of movement with a market. */
  public double treynorRatio(PriceSeries market) {
    return ratio(annualizedReturn() - RISK_FREE, beta(market));
  }

  /** Yearly return per depth of the deepest fall. */
  public double calmarRatio() {
    return ratio(annualizedReturn(), -maxDrawdown());
  }

  /** Share of the days that ended with a gain, 0..1. */
  public double winRate() {
    return ratio(DoubleStream.of(returns()).filter(r -> r > 0).count(), returns().length);
  }

  /** All gains per all losses. */
  public double profitFactor() {
    double gains = DoubleStream.of(returns()).filter(r -> r > 0).sum();
    return ratio(gains, -DoubleStream.of(returns()).filter(r -> r < 0).sum());
  }

  /** The deepest fall from a former height, 0 or negative. */
  public double maxDrawdown() {
    double height = closes[0];
    double deepest = 0;
    for (double close : closes) {
      height = Math.max(height, close);
      deepest = Math.min(deepest, close / height - 1);
    }
    return deepest;
  }

  /** Pearson's correlation of the daily returns, -1..1. */
  public double correlation(PriceSeries other) {
    return ratio(covariance(other), deviation(returns()) * deviation(other.returns()));
  }

  /** How strongly it moves with a market. */
  public double beta(PriceSeries market) {
    return ratio(covariance(market), Math.pow(deviation(market.returns()), 2));
  }

  /** The daily return that only the given share of days fell below. */
  public double returnQuantile(double share) {
    double[] sorted = DoubleStream.of(returns()).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
  }

  /** The mean of the daily returns up to a bound. */
  public double meanReturnUpTo(double bound) {
    return DoubleStream.of(returns()).filter(r -> r <= bound).average().orElse(0);
  }

  /** Volatility of the difference to a benchmark over the same days. */
  public double trackingError(PriceSeries benchmark) {
    double[] own = returns();
    double[] others = benchmark.returns();
    double[] differences =
        IntStream.range(0, own.length).mapToDouble(i -> own[i] - others[i]).toArray();
    return deviation(differences) * Math.sqrt(TradingYear.DAYS);
  }

  /** Daily returns, one fewer than prices. */
  private double[] returns() {
    return IntStream.range(1, closes.length)
        .mapToDouble(i -> closes[i] / closes[i - 1] - 1)
        .toArray();
  }

  private double covariance(PriceSeries other) {
    double[] own = returns();
    double[] others = other.returns();
    double ownMean = mean(own);
    double othersMean = mean(others);
    double sum =
        IntStream.range(0, own.length)
            .mapToDouble(i -> (own[i] - ownMean) * (others[i] - othersMean))
            .sum();
    return ratio(sum, own.length - 1);
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).average().orElse(0);
  }

  /** Sample standard deviation. */
  private static double deviation(double[] values) {
    double mean = mean(values);
    double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(ratio(squares, values.length - 1));
  }

  /** Too few prices, or prices that never move, have ratios of 0. */
  public static double ratio(double dividend, double divisor) {
    return divisor <= 0 ? 0 : dividend / divisor;
  }
}
