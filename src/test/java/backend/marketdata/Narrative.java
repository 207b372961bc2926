package backend.marketdata;

import java.util.List;
import java.util.Locale;

/** A short text about an asset, put together from its year of prices. */
record Narrative(String summary, List<String> keyInsights, List<String> riskFactors) {

  /** {@code deep} adds what the technical indicators show. */
  static Narrative of(Asset asset, History history, boolean deep) {
    String summary =
        text(
            "%s closed at %.2f, %+.2f %% on the day and %+.1f %% over the month.",
            asset.name(),
            history.last().close(),
            100 * history.change(1),
            100 * history.change(30));
    String trend = history.last().close() > history.average(50) ? "above" : "below";
    List<String> risks =
        List.of(
            text("it swings by %.0f %% a year", 100 * history.volatility(252)),
            text("it moves %.1f times as much as the market", history.beta()));
    String average = "the price lies " + trend + " its average of 50 days";
    return deep
        ? new Narrative(
            summary,
            List.of(
                average,
                text("the relative strength index is at %.0f", history.rsi()),
                text("MACD is at %.2f", history.macd().macd())),
            risks)
        : new Narrative(summary, List.of(average), risks);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
