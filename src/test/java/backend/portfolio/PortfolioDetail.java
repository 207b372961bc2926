package backend.portfolio;

import backend.stocks.PriceSeries;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A portfolio in full.
 *
 * @param assetAllocation percentages by class, cash included
 * @param sectorAllocation percentages of the positions by sector
 */
record PortfolioDetail(
    @JsonUnwrapped PortfolioSummary summary,
    List<Position> positions,
    Map<String, Double> assetAllocation,
    Map<String, Double> sectorAllocation,
    List<Position> topPerformers,
    List<Position> worstPerformers,
    List<Transaction> recentTransactions,
    Metrics performanceMetrics) {

  private static final int PERFORMERS = 3;

  /** A year in figures. */
  record Metrics(
      double totalReturn,
      double annualizedReturn,
      double volatility,
      double sharpeRatio,
      double sortinoRatio,
      double maxDrawdown,
      double beta,
      double alpha,
      double treynorRatio,
      double calmarRatio,
      double winRate,
      double profitFactor,
      double riskAdjustedReturn) {

    static Metrics of(PriceSeries year, PriceSeries market) {
      double beta = year.beta(market);
      return new Metrics(
          year.totalReturn(),
          year.annualizedReturn(),
          year.volatility(),
          year.sharpeRatio(),
          year.sortinoRatio(),
          year.maxDrawdown(),
          beta,
          year.annualizedReturn() - beta * market.annualizedReturn(),
          year.treynorRatio(market),
          year.calmarRatio(),
          year.winRate(),
          year.profitFactor(),
          PriceSeries.ratio(year.annualizedReturn(), year.volatility()));
    }
  }

  static PortfolioDetail of(
      PortfolioSummary summary,
      List<Position> positions,
      List<Transaction> transactions,
      Metrics metrics) {
    List<Position> best =
        positions.stream()
            .sorted(Comparator.comparingDouble(Position::unrealizedGainPercent).reversed())
            .toList();
    List<Position> worst =
        positions.stream()
            .sorted(Comparator.comparingDouble(Position::unrealizedGainPercent))
            .toList();
    return new PortfolioDetail(
        summary,
        positions,
        assetAllocation(summary, positions),
        sectorAllocation(positions),
        best.stream().limit(PERFORMERS).toList(),
        worst.stream().limit(PERFORMERS).toList(),
        transactions,
        metrics);
  }

  private static Map<String, Double> assetAllocation(
      PortfolioSummary summary, List<Position> positions) {
    Map<String, Double> percent = new TreeMap<>();
    percent.put("cash", 100 * summary.cashBalance() / summary.totalValue());
    for (Position position : positions) {
      double share = 100 * position.marketValue() / summary.totalValue();
      percent.merge(position.assetClass(), share, Double::sum);
    }
    return percent;
  }

  private static Map<String, Double> sectorAllocation(List<Position> positions) {
    Map<String, Double> percent = new TreeMap<>();
    positions.forEach(held -> percent.merge(held.sector(), held.allocationPercent(), Double::sum));
    return percent;
  }
}
