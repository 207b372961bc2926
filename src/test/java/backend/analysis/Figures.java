package backend.analysis;

import backend.kit.Database;
import backend.stocks.StockStore;

/** The row of a stock that an analysis starts from. */
record Figures(
    String symbol,
    double price,
    double quarterReturn,
    long marketCap,
    long volume,
    double peRatio,
    double epsGrowth,
    double revenueGrowth,
    double profitMargin,
    double dividendYield,
    double debtToEquity,
    double returnOnEquity) {

  /**
   * @throws backend.kit.ApiException 404 if there is no such stock
   */
  static Figures load(Database database, String symbol) {
    return database
        .queryFirst(
            "SELECT * FROM stocks WHERE symbol = ?",
            row ->
                new Figures(
                    symbol,
                    row.getDouble("price"),
                    row.getDouble("quarter_return"),
                    row.getLong("market_cap"),
                    row.getLong("avg_volume"),
                    row.getDouble("pe_ratio"),
                    row.getDouble("eps_growth"),
                    row.getDouble("revenue_growth"),
                    row.getDouble("profit_margin"),
                    row.getDouble("dividend_yield"),
                    row.getDouble("debt_to_equity"),
                    row.getDouble("return_on_equity")),
            symbol)
        .orElseThrow(() -> StockStore.unknown(symbol));
  }
}
