package backend.portfolio;

import backend.kit.ApiException;
import backend.kit.Database;
import backend.stocks.Period;
import backend.stocks.PriceHistory;
import backend.stocks.PriceSeries;
import backend.stocks.QuoteStore;
import backend.stocks.TradingYear;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** What the portfolio holds and how it does. */
public final class PortfolioStore {

  private static final String MARKET = "SPY";

  private final Database database;
  private final QuoteStore quotes;
  private final PriceHistory history;
  private final TransactionStore transactions;

  /** Needs the table of stocks. */
  public PortfolioStore(Database database, QuoteStore quotes, PriceHistory history) {
    this.database = database;
    this.quotes = quotes;
    this.history = history;
    this.transactions = new TransactionStore(database);
    PortfolioTables.create(database);
  }

  public List<PortfolioSummary> summaries() {
    return database.query(
        """
        SELECT f.id, f.name, f.cash_balance, f.strategy, f.created_at,
          COUNT(*) AS positions,
          SUM(p.market_value) + f.cash_balance AS total_value,
          SUM(p.cost_basis) AS total_cost,
          SUM(p.market_value) - SUM(p.cost_basis) AS gain,
          (SUM(p.market_value) / SUM(p.cost_basis) - 1) * 100 AS gain_percent,
          SUM(p.quantity * (p.price - p.previous_close)) AS day_change,
          (SUM(p.market_value) / SUM(p.quantity * p.previous_close) - 1) * 100
            AS day_change_percent,
          LEAST(100, 100 * SUM(p.volatility * p.market_value) / SUM(p.market_value)) AS risk
        FROM portfolios f JOIN positions p ON p.portfolio_id = f.id
        GROUP BY f.id, f.name, f.cash_balance, f.strategy, f.created_at
        ORDER BY f.id
        """,
        PortfolioStore::summary);
  }

  List<Position> positions() {
    return database.query(
        """
        SELECT *, 100 * market_value / SUM(market_value) OVER () AS allocation
        FROM positions WHERE portfolio_id = ? ORDER BY stock_id
        """,
        PortfolioStore::position,
        PortfolioTables.PORTFOLIO);
  }

  /**
   * @throws ApiException 404 if the stock is not held
   */
  Holding holding(String symbol) {
    Position position =
        positions().stream()
            .filter(held -> held.symbol().equals(symbol))
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("holding '" + symbol + "' not found"));
    return new Holding(
        position, quotes.quote(symbol), transactions.recent(PortfolioTables.PORTFOLIO, symbol));
  }

  /**
   * @throws ApiException 404 if there is no such portfolio
   */
  PortfolioDetail detail(String id) {
    PortfolioSummary summary =
        summaries().stream()
            .filter(portfolio -> portfolio.id().equals(id))
            .findFirst()
            .orElseThrow(() -> ApiException.notFound("portfolio '" + id + "' not found"));
    List<Position> positions = positions();
    int year = Period.ONE_YEAR.days();
    return PortfolioDetail.of(
        summary,
        positions,
        transactions.recent(id),
        PortfolioDetail.Metrics.of(values(positions, year), history.closes(MARKET, year)));
  }

  /**
   * What today's positions would have been worth; a single day has no return, so there are two.
   *
   * @throws ApiException 404 if nothing is known about the benchmark
   */
  Performance performance(Period period, String benchmark) {
    int days = Math.max(2, period.days());
    List<PriceHistory.DailyPrice> compared = history.prices(benchmark, days);
    List<LocalDate> dates = compared.stream().map(PriceHistory.DailyPrice::date).toList();
    return Performance.of(
        PortfolioTables.PORTFOLIO,
        period.code(),
        dates,
        values(positions(), days),
        history.closes(benchmark, days));
  }

  private PriceSeries values(List<Position> positions, int days) {
    double[] values = new double[days];
    for (Position position : positions) {
      PriceSeries prices = history.closes(position.symbol(), days);
      for (int i = 0; i < days; i++) {
        values[i] += position.quantity() * prices.close(i);
      }
    }
    return new PriceSeries(values);
  }

  private static PortfolioSummary summary(ResultSet row) throws SQLException {
    double cash = row.getDouble("cash_balance");
    return new PortfolioSummary(
        row.getString("id"),
        row.getString("name"),
        row.getDouble("total_value"),
        row.getDouble("total_cost"),
        row.getDouble("gain"),
        row.getDouble("gain_percent"),
        cash,
        cash,
        row.getDouble("day_change"),
        row.getDouble("day_change_percent"),
        row.getInt("positions"),
        row.getString("strategy"),
        row.getDouble("risk"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        TradingYear.lastClose());
  }

  private static Position position(ResultSet row) throws SQLException {
    double quantity = row.getDouble("quantity");
    double value = row.getDouble("market_value");
    double cost = row.getDouble("cost_basis");
    String symbol = row.getString("symbol");
    return new Position(
        "position-" + row.getInt("stock_id"),
        symbol,
        symbol,
        row.getString("name"),
        quantity,
        cost / quantity,
        row.getDouble("price"),
        value,
        cost,
        value - cost,
        (value / cost - 1) * 100,
        0,
        "stocks",
        row.getString("sector"),
        row.getDouble("allocation"));
  }
}
