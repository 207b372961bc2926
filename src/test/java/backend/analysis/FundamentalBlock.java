package backend.analysis;

/** What the books of the company say. */
record FundamentalBlock(
    double peRatio,
    double pegRatio,
    double eps,
    double revenueGrowth,
    double profitMargin,
    double debtToEquity,
    double roe,
    double currentRatio,
    double dividendYield,
    long marketCap,
    double enterpriseValue,
    double bookValue,
    double intrinsicValue,
    double valuationScore) {

  /** The price at which earnings without growth would be worth it (Graham's formula). */
  private static final double BASE_PE = 8.5;

  static FundamentalBlock of(Figures stock) {
    double eps = stock.price() / stock.peRatio();
    double growthPercent = stock.epsGrowth() * 100;
    double intrinsic = eps * Math.max(1, BASE_PE + 2 * growthPercent);
    double book = Math.max(0.01, eps / Math.max(0.05, stock.returnOnEquity()));
    return new FundamentalBlock(
        stock.peRatio(),
        growthPercent <= 0 ? 0 : stock.peRatio() / growthPercent,
        eps,
        stock.revenueGrowth(),
        stock.profitMargin(),
        stock.debtToEquity(),
        stock.returnOnEquity(),
        1 + 1 / (1 + stock.debtToEquity()),
        stock.dividendYield(),
        stock.marketCap(),
        stock.marketCap() * (1 + 0.1 * stock.debtToEquity()),
        book,
        intrinsic,
        Math.min(100, 50 * intrinsic / stock.price()));
  }
}
