package backend.marketdata;

import backend.assets.Asset;
import backend.assets.AssetClass;
import backend.assets.Fundamentals;
import backend.assets.History;
import backend.stocks.PriceSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts into words what a year of prices shows. */
final class Narrator {

  private static final int MONTH = 21;
  private static final int YEAR = 252;

  private Narrator() {}

  static Narrative tell(Asset asset, History history, Depth depth) {
    List<Narrative.Section> sections = new ArrayList<>();
    sections.add(new Narrative.Section("Price", "market_context", 0.9));
    sections.add(new Narrative.Section("Trend", "technical", 0.8));
    if (asset.assetClass() == AssetClass.EQUITY) {
      sections.add(new Narrative.Section("Valuation", "fundamental", 0.7));
    }
    if (depth == Depth.DEEP) {
      sections.add(new Narrative.Section("Risk", "risk", 0.6));
    }
    return new Narrative(
        summary(asset, history), insights(asset, history), risks(history), "en", sections);
  }

  private static String summary(Asset asset, History history) {
    return text(
        "%s closed at %.2f %s, %+.2f %% on the day and %+.1f %% over the month.",
        asset.name(),
        history.closes().last(),
        asset.currency(),
        history.changePercent(),
        history.changePercent(MONTH));
  }

  private static List<String> insights(Asset asset, History history) {
    List<String> insights = new ArrayList<>();
    insights.add(text("the relative strength index stands at %.0f", history.indicators().rsi()));
    insights.add(
        text(
            "the price lies %s its average of 50 days",
            history.closes().last() > history.indicators().average(50) ? "above" : "below"));
    if (asset.assetClass() == AssetClass.EQUITY) {
      insights.add(text("it costs %.1f times its earnings", Fundamentals.of(asset).peRatio()));
    }
    return insights;
  }

  private static List<String> risks(History history) {
    PriceSeries year = history.closes();
    List<String> risks = new ArrayList<>();
    risks.add(text("it swings by %.0f %% a year", 100 * year.volatility()));
    risks.add(text("it once fell by %.0f %% within the year", -100 * year.maxDrawdown()));
    if (year.last() > 0.95 * history.high(YEAR)) {
      risks.add("it is close to its highest price of the year");
    }
    return risks;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
