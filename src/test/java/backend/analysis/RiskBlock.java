package backend.analysis;

import backend.stocks.PriceSeries;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What could go wrong, from a year of prices.
 *
 * @param var95 daily loss that 95 % of the days stayed above, as a return
 * @param cvar95 mean return of the other days
 */
record RiskBlock(
    double beta,
    double alpha,
    double sharpeRatio,
    double sortinoRatio,
    double maxDrawdown,
    @JsonProperty("var_95") double var95,
    @JsonProperty("cvar_95") double cvar95,
    double correlationWithMarket,
    double riskAdjustedReturn,
    double overallRiskScore) {

  static RiskBlock of(PriceSeries year, PriceSeries market) {
    double beta = year.beta(market);
    double valueAtRisk = year.returnQuantile(0.05);
    return new RiskBlock(
        beta,
        year.annualizedReturn() - beta * market.annualizedReturn(),
        year.sharpeRatio(),
        year.sortinoRatio(),
        year.maxDrawdown(),
        valueAtRisk,
        year.meanReturnUpTo(valueAtRisk),
        year.correlation(market),
        PriceSeries.ratio(year.annualizedReturn(), year.volatility()),
        Math.min(100, 100 * year.volatility()));
  }
}
