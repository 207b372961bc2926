package backend.recommendations;

import backend.stocks.TradingYear;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts the figures of a stock and its score into words. */
final class RecommendationRow {

  private static final Duration VALIDITY = Duration.ofDays(30);

  /** The return expected of a stock that is first in everything. */
  private static final double BEST_RETURN = 0.4;

  private RecommendationRow() {}

  static Recommendation read(ResultSet row) throws SQLException {
    double score = row.getDouble("score");
    double confidence = row.getDouble("confidence");
    double price = row.getDouble("price");
    double volatility = row.getDouble("volatility");
    double expectedReturn = (score - 0.5) * 2 * BEST_RETURN;
    double target = price * (1 + expectedReturn);
    Instant now = TradingYear.lastClose();
    String type = type(score);
    return new Recommendation(
        "REC-%04d".formatted(row.getInt("rank")),
        row.getString("symbol"),
        row.getString("name"),
        type,
        row.getString("strength"),
        confidence,
        target,
        price,
        expectedReturn,
        horizon(volatility),
        riskLevel(volatility),
        now,
        now.plus(VALIDITY),
        reasoning(row.getString("sector"), row.getString("strength"), score),
        keyFactors(row),
        new Recommendation.TechnicalSignals(
            row.getDouble("rsi"),
            row.getDouble("macd"),
            row.getDouble("quarter_low"),
            row.getDouble("quarter_high")),
        new Recommendation.FundamentalMetrics(
            row.getDouble("pe_ratio"),
            row.getDouble("eps_growth"),
            row.getDouble("revenue_growth"),
            row.getDouble("profit_margin")),
        riskFactors(volatility, row.getDouble("debt_to_equity")),
        List.of(price, price * 0.98),
        List.of(target, target * 1.05),
        price * (1 - volatility / 4),
        row.getString("sector"),
        row.getLong("market_cap"),
        row.getLong("avg_volume"),
        type,
        Stream.of(row.getString("before_symbol"), row.getString("after_symbol"))
            .filter(Objects::nonNull)
            .toList(),
        disclosure(confidence));
  }

  private static String type(double score) {
    if (score >= 0.75) {
      return "strong_buy";
    }
    if (score >= 0.6) {
      return "buy";
    }
    if (score >= 0.4) {
      return "hold";
    }
    return score >= 0.25 ? "sell" : "strong_sell";
  }

  private static String horizon(double volatility) {
    if (volatility > 0.4) {
      return "short_term";
    }
    return volatility > 0.25 ? "medium_term" : "long_term";
  }

  private static String riskLevel(double volatility) {
    if (volatility > 0.4) {
      return "aggressive";
    }
    return volatility > 0.25 ? "moderate" : "conservative";
  }

  private static String reasoning(String sector, String strength, double score) {
    return String.format(
        Locale.ROOT,
        "Scores %.2f among the stocks of its sector (%s), above all by %s",
        score,
        sector,
        strength);
  }

  private static List<String> keyFactors(ResultSet row) throws SQLException {
    return List.of(
        percent("return over three months", row.getDouble("quarter_return")),
        percent("growth of earnings", row.getDouble("eps_growth")),
        percent("profit margin", row.getDouble("profit_margin")));
  }

  private static List<String> riskFactors(double volatility, double debtToEquity) {
    return List.of(
        percent("yearly volatility", volatility), percent("debt to equity", debtToEquity));
  }

  private static String percent(String what, double share) {
    return String.format(Locale.ROOT, "%s %.1f %%", what, share * 100);
  }

  private static Recommendation.Disclosure disclosure(double confidence) {
    return new Recommendation.Disclosure(
        "Weighted percentile ranks within the sector",
        List.of("generated prices", "generated fundamentals"),
        "1.0",
        TradingYear.lastClose(),
        "Generated data; not a basis for any investment",
        "Past returns say little about future ones",
        confidence >= 0.8 ? "high" : confidence >= 0.6 ? "moderate" : "low",
        null);
  }
}
