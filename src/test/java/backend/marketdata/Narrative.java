package backend.marketdata;

import java.util.List;
import java.util.Locale;

/** A short text about an asset, put together from its year of prices. */
record Narrative(String summary, List<String> keyInsights) {

  /** {@code deep} adds what the technical indicators show. */
  static Narrative of(Asset asset, History history, boolean deep) {
    double close = history.last().close();
    double month = 100 * history.change(21);
    String summary = "%s closed at %.2f, %+.1f %% over the month.";
    String trend = "the price is %s its average of 50 days";
    String indicators = "the relative strength index is %.0f, the volatility %.2f";
    return new Narrative(
        text(summary, asset.name(), close, month),
        deep
            ? List.of(
                text(trend, close > history.average(50) ? "above" : "below"),
                text(indicators, history.rsi(), history.volatility(63)))
            : List.of(text(trend, close > history.average(50) ? "above" : "below")));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
