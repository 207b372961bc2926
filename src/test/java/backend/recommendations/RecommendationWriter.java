package backend.recommendations;

import backend.stocks.TradingYear;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Puts the figures of a stock and its score into words. */
final class RecommendationWriter {

  private static final Duration VALIDITY = Duration.ofDays(30);

  /** The return expected of a stock that is first in everything. */
  private static final double BEST_RETURN = 0.4;

  private RecommendationWriter() {}

  static Recommendation write(ScoredStock stock) {
    double price = stock.price();
    double expectedReturn = (stock.score() - 0.5) * 2 * BEST_RETURN;
    double target = price * (1 + expectedReturn);
    Instant now = TradingYear.lastClose();
    String type = type(stock.score());
    return new Recommendation(
        "REC-%04d".formatted(stock.rank()),
        stock.symbol(),
        stock.name(),
        type,
        stock.strength(),
        stock.confidence(),
        target,
        price,
        expectedReturn,
        horizon(stock.volatility()),
        riskLevel(stock.volatility()),
        now,
        now.plus(VALIDITY),
        reasoning(stock),
        keyFactors(stock),
        stock.signals(),
        stock.fundamentals(),
        riskFactors(stock),
        List.of(price, price * 0.98),
        List.of(target, target * 1.05),
        price * (1 - stock.volatility() / 4),
        stock.sector(),
        stock.marketCap(),
        stock.volume(),
        type,
        stock.neighbours(),
        disclosure(stock.confidence()));
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

  private static String reasoning(ScoredStock stock) {
    return String.format(
        Locale.ROOT,
        "Scores %.2f among the stocks of its sector (%s), above all by %s",
        stock.score(),
        stock.sector(),
        stock.strength());
  }

  private static List<String> keyFactors(ScoredStock stock) {
    return List.of(
        percent("return over three months", stock.quarterReturn()),
        percent("growth of earnings", stock.fundamentals().epsGrowth()),
        percent("profit margin", stock.fundamentals().profitMargin()));
  }

  private static List<String> riskFactors(ScoredStock stock) {
    return List.of(
        percent("yearly volatility", stock.volatility()),
        percent("debt to equity", stock.debtToEquity()));
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
