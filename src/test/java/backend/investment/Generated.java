package backend.investment;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Formulas for generated data, called from SQL; equal arguments give equal results. */
public final class Generated {

  /** Trading days of the year that the data covers. */
  static final int DAYS = 252;

  private Generated() {}

  /** Draws a number for a stock; each {@code purpose} is a draw of its own. */
  public static double draw(int stock, int purpose, double from, double to) {
    return new SplittableRandom(stock * 10_000L + purpose).nextDouble(from, to);
  }

  /**
   * The close of a stock: a trend, a common market that it follows more or less closely, and noise.
   *
   * @param price the close of the last day
   * @param day 1 to {@value #DAYS}
   */
  public static double close(int stock, double price, int day) {
    double trend = draw(stock, 1, -0.001, 0.0012) * (day - DAYS);
    double market = draw(stock, 2, 0.3, 1.8) * (market(day) - market(DAYS));
    double noise = draw(stock, 3, 0.004, 0.02) * (noise(stock, day) - noise(stock, DAYS));
    return Math.round(100 * price * Math.exp(trend + market + noise)) / 100.0;
  }

  /** The closes of the newest days, the oldest of them first. */
  static double[] closes(int stock, double price, int days) {
    return IntStream.rangeClosed(DAYS - days + 1, DAYS)
        .mapToDouble(day -> close(stock, price, day))
        .toArray();
  }

  private static double market(int day) {
    return 0.06 * Math.sin(day / 17.0) + 0.02 * Math.sin(day / 3.0);
  }

  private static double noise(int stock, int day) {
    return draw(stock, 1_000 + day, -1, 1);
  }
}
