package backend.analysis;

import backend.stocks.Period;
import backend.stocks.PriceSeries;
import backend.stocks.TradingYear;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws conclusions from what is known about a stock. */
final class Analyst {

  /** A shorter line through the prices would be a line through noise. */
  private static final int MIN_FITTED = Period.THREE_MONTHS.days();

  private Analyst() {}

  /** All that the database knows for an analysis. */
  record Evidence(Figures figures, PriceSeries year, PriceSeries market) {}

  /** The part that the model computes. */
  static PredictionBlock predict(Evidence evidence, AnalysisRequest request) {
    return PredictionBlock.of(
        evidence.year().latest(Math.max(MIN_FITTED, request.period().days())));
  }

  /** {@code prediction} is null if none was asked for. */
  static Analysis analyse(Evidence evidence, AnalysisRequest request, PredictionBlock prediction) {
    Figures stock = evidence.figures();
    FundamentalBlock fundamental = FundamentalBlock.of(stock);
    RiskBlock risk = RiskBlock.of(evidence.year(), evidence.market());
    TechnicalBlock technical = TechnicalBlock.of(evidence.year(), stock.volume(), request);
    double score = score(stock, fundamental);
    return new Analysis(
        stock.symbol(),
        TradingYear.lastClose(),
        request.type(),
        score,
        verdict(score),
        Math.min(1, 0.5 + Math.abs(score - 50) / 100),
        insights(stock, technical),
        warnings(risk),
        null,
        TradingYear.lastClose(),
        request.coversTechnical() ? technical : null,
        request.covers("fundamental") ? fundamental : null,
        request.coversSentiment() ? SentimentBlock.of(stock) : null,
        prediction,
        request.covers("risk") ? risk : null);
  }

  /** Half of it from the value of the company, half from the way its price goes, 0..100. */
  private static double score(Figures stock, FundamentalBlock fundamental) {
    double momentum = 50 + 50 * Math.tanh(2 * stock.quarterReturn());
    return (fundamental.valuationScore() + momentum) / 2;
  }

  private static String verdict(double score) {
    if (score >= 80) {
      return "strong_buy";
    }
    if (score >= 60) {
      return "buy";
    }
    if (score >= 40) {
      return "neutral";
    }
    return score >= 20 ? "sell" : "strong_sell";
  }

  private static List<String> insights(Figures stock, TechnicalBlock technical) {
    return List.of(
        "the trend is " + technical.trend(),
        String.format(Locale.ROOT, "earnings grow by %.1f %%", stock.epsGrowth() * 100));
  }

  private static List<String> warnings(RiskBlock risk) {
    List<String> warnings = new ArrayList<>();
    if (risk.beta() > 1.5) {
      warnings.add("moves much more than the market");
    }
    if (risk.maxDrawdown() < -0.3) {
      warnings.add("lost more than 30 % within the year");
    }
    return warnings;
  }
}
