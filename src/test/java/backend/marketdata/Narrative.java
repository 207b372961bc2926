package backend.marketdata;

import java.util.List;
import java.util.Locale;

/** A short text about an asset, put together from its year of prices. */
record Narrative(String summary, List<String> keyInsights) {

  /** {@code deep} adds what technical analysis shows. */
  static Narrative of(Asset asset, DailyCandles history, boolean deep) {
    double close = history.last().close();
    String summary = text("%s closed at %.2f", asset.name(), close);
    String month = text("it moved by %+.1f %% over the month", 100 * history.change(21));
    String rsi = text("its relative strength index is %.0f", history.rsi());
    return new Narrative(summary, deep ? List.of(month, rsi) : List.of(month));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
