package backend.stocks;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The textbook indicators of technical analysis over one price series. */
public final class Indicators {

  private static final int RSI_DAYS = 14;
  private static final int BAND_DAYS = 20;

  private final PriceSeries prices;

  public Indicators(PriceSeries prices) {
    this.prices = prices;
  }

  /** Moving average convergence divergence, 12/26/9 days. */
  public record Macd(double macd, double signal, double histogram) {}

  /** Two standard deviations around the average of {@value #BAND_DAYS} days. */
  public record Bands(double upper, double middle, double lower) {}

  /** Relative strength index over 14 days, 0..100; 50 if nothing moved. */
  public double rsi() {
    PriceSeries window = prices.latest(RSI_DAYS + 1);
    double gains = 0;
    double losses = 0;
    for (int i = 1; i < window.length(); i++) {
      double change = window.close(i) - window.close(i - 1);
      gains += Math.max(change, 0);
      losses += Math.max(-change, 0);
    }
    return gains + losses == 0 ? 50 : 100 * gains / (gains + losses);
  }

  public Macd macd() {
    double[] fast = exponentialAverages(prices.closes(), 12);
    double[] slow = exponentialAverages(prices.closes(), 26);
    double[] line = IntStream.range(0, fast.length).mapToDouble(i -> fast[i] - slow[i]).toArray();
    double macd = line[line.length - 1];
    double signal = exponentialAverages(line, 9)[line.length - 1];
    return new Macd(macd, signal, macd - signal);
  }

  public Bands bollingerBands() {
    double middle = average(BAND_DAYS);
    double variance =
        DoubleStream.of(prices.latest(BAND_DAYS).closes())
            .map(close -> (close - middle) * (close - middle))
            .average()
            .orElse(0);
    double width = 2 * Math.sqrt(variance);
    return new Bands(middle + width, middle, middle - width);
  }

  /** Mean of the newest closes. */
  public double average(int days) {
    return DoubleStream.of(prices.latest(days).closes()).average().orElse(0);
  }

  /** Mean of all closes, in which a close weighs 2 / (days + 1) as much as all before it. */
  public double exponentialAverage(int days) {
    return exponentialAverages(prices.closes(), days)[prices.length() - 1];
  }

  /** The lowest of the newest closes. */
  public double support(int days) {
    return DoubleStream.of(prices.latest(days).closes()).min().orElse(0);
  }

  /** The highest of the newest closes. */
  public double resistance(int days) {
    return DoubleStream.of(prices.latest(days).closes()).max().orElse(0);
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
