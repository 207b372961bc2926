package backend.marketdata;

import backend.assets.Day;
import backend.assets.History;
import java.time.ZoneOffset;
import java.util.List;

/** The last days of trading of a symbol, the oldest first. */
record Candles(String symbol, String timeframe, List<Candle> candles) {

  static final String DAILY = "1d";
  private static final int SHOWN = 30;

  /**
   * One day.
   *
   * @param timestamp its beginning in seconds since 1970
   */
  record Candle(long timestamp, double open, double high, double low, double close, double volume) {

    static Candle of(Day day) {
      return new Candle(
          day.date().atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
          day.open(),
          day.high(),
          day.low(),
          day.close(),
          day.volume());
    }
  }

  static Candles of(String symbol, History history) {
    return new Candles(symbol, DAILY, history.latest(SHOWN).stream().map(Candle::of).toList());
  }

  /** Of a symbol that nobody knows. */
  static Candles none(String symbol) {
    return new Candles(symbol, DAILY, List.of());
  }
}
