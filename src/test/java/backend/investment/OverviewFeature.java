package backend.investment;

import backend.kit.ApiException;
import backend.kit.Database;
import backend.kit.Feature;
import io.javalin.config.RoutesConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Shows a portfolio of the ten named stocks, the market, and both on the dashboard. */
final class OverviewFeature implements Feature {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Database database;
  private final PriceHistory history;
  private final Answers answers;

  /** Needs the table of stocks. */
  OverviewFeature(Database database, PriceHistory history, Answers answers) {
    this.database = database;
    this.history = history;
    this.answers = answers;
    database.execute(
        """
        CREATE TABLE holdings AS
          SELECT symbol, 10 + id AS quantity, ROUND(price * 0.85, 2) AS average_cost
          FROM stocks WHERE id <= 10;
        CREATE VIEW positions AS
          SELECT 'position-' || s.id AS id, h.symbol AS ticker, h.symbol, s.name, h.quantity,
            h.average_cost, s.price AS current_price, h.quantity * s.price AS market_value,
            h.quantity * h.average_cost AS cost_basis, s.sector,
            100 * h.quantity * s.price / SUM(h.quantity * s.price) OVER () AS allocation_percent
          FROM holdings h JOIN stocks s ON s.symbol = h.symbol ORDER BY s.id
        """);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/dashboard", ctx -> answers.cached(ctx, MINUTE, this::dashboard));
    routes.get("/api/market/overview", ctx -> answers.cached(ctx, MINUTE, this::market));
    routes.get("/api/portfolio/summary", ctx -> answers.cached(ctx, MINUTE, this::summaries));
    routes.get("/api/portfolio/holdings", ctx -> answers.cached(ctx, MINUTE, this::positions));
    routes.get(
        "/api/portfolio/holdings/{ticker}",
        ctx -> answers.cached(ctx, MINUTE, () -> holding(ctx.pathParam("ticker"))));
    routes.get("/api/portfolio/performance", ctx -> answers.cached(ctx, MINUTE, this::performance));
  }

  private Map<String, Object> dashboard() {
    return Map.of("portfolio_summary", summaries().get(0), "market_overview", market());
  }

  private List<Map<String, Object>> summaries() {
    return Rows.all(
        database,
        """
        SELECT 'portfolio-1' AS id, 'Core Growth' AS name, 25000 AS cash_balance,
          25000 + SUM(market_value) AS total_value, SUM(cost_basis) AS total_cost,
          SUM(market_value - cost_basis) AS total_gain, COUNT(*) AS positions_count
        FROM positions
        """);
  }

  private List<Map<String, Object>> positions() {
    return Rows.all(database, "SELECT * FROM positions");
  }

  private Map<String, Object> holding(String symbol) {
    Map<String, Object> holding =
        positions().stream()
            .filter(position -> position.get("symbol").equals(symbol))
            .findFirst()
            .orElseThrow(() -> new ApiException(404, "holding '" + symbol + "' not found"));
    holding.put("quote", StockTable.quotes(database, List.of(symbol)).get(0));
    return holding;
  }

  /** What today's positions were worth on each of the last 21 trading days. */
  private Map<String, Object> performance() {
    positions().forEach(position -> history.fill((String) position.get("symbol")));
    List<Map<String, Object>> points =
        Rows.all(
            database,
            """
            SELECT * FROM (
              SELECT d.trading_day AS "date", SUM(h.quantity * d.close) AS "value"
              FROM holdings h JOIN daily_prices d ON d.symbol = h.symbol
              GROUP BY d.trading_day ORDER BY d.trading_day DESC LIMIT 21)
            ORDER BY "date"
            """);
    return Map.of("portfolio_id", "portfolio-1", "period", "1M", "data_points", points);
  }

  /** An index is the mean price of an exchange. The data ends with a close: it is never open. */
  private Map<String, Object> market() {
    return Map.of(
        "market_status",
        "closed",
        "indices",
        Rows.all(
            database,
            """
            SELECT exchange AS symbol, AVG(price) AS "value",
              100 * (SUM(price) / SUM(previous_close) - 1) AS change_percent
            FROM stocks GROUP BY exchange ORDER BY exchange
            """));
  }
}
