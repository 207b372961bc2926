package backend.recommendations;

import java.time.Instant;
import java.util.List;

/**
 * What to do with a stock, and why.
 *
 * @param confidenceScore 0..1
 * @param expectedReturn until the target price is reached; 0.1 is 10 %
 */
public record Recommendation(
    String id,
    String symbol,
    String companyName,
    String recommendationType,
    String category,
    double confidenceScore,
    double targetPrice,
    double currentPrice,
    double expectedReturn,
    String timeHorizon,
    String riskLevel,
    Instant createdAt,
    Instant validUntil,
    String reasoning,
    List<String> keyFactors,
    TechnicalSignals technicalSignals,
    FundamentalMetrics fundamentalMetrics,
    List<String> riskFactors,
    List<Double> entryPoints,
    List<Double> exitPoints,
    double stopLoss,
    String sector,
    long marketCap,
    long volume,
    String analystConsensus,
    List<String> similarStocks,
    Disclosure secDisclosure) {

  record TechnicalSignals(double rsi, double macd, double support, double resistance) {}

  record FundamentalMetrics(
      double peRatio, double epsGrowth, double revenueGrowth, double profitMargin) {}

  /** What the law wants to be said beside a recommendation. */
  record Disclosure(
      String methodologyDisclosure,
      List<String> dataSources,
      String modelVersion,
      Instant modelTrainingDate,
      String riskWarning,
      String limitationsStatement,
      String confidenceLevel,
      String conflictOfInterestStatement) {}
}
