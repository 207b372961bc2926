package backend.investment;

import backend.kit.ApiException;
import backend.kit.Database;
import java.util.List;
import java.util.Map;

/** The table of stocks: ten named ones, then AAAA, AAAB and so on, their sectors in turn. */
final class StockTable {

  static final int STOCKS = 6_000;

  private StockTable() {}

  static void create(Database database) {
    database.execute(
        """
        CREATE ALIAS draw FOR 'backend.investment.Generated.draw';
        CREATE ALIAS close_on FOR 'backend.investment.Generated.close';
        CREATE TABLE listings AS
        SELECT * FROM (VALUES
          (1, 'AAPL', 'Apple Inc.', 'NASDAQ', 'Technology', 205.0, 14900000000),
          (2, 'MSFT', 'Microsoft Corporation', 'NASDAQ', 'Technology', 497.0, 7430000000),
          (3, 'GOOGL', 'Alphabet Inc.', 'NASDAQ', 'Technology', 176.0, 12100000000),
          (4, 'AMZN', 'Amazon.com, Inc.', 'NASDAQ', 'Consumer', 219.0, 10600000000),
          (5, 'TSLA', 'Tesla, Inc.', 'NASDAQ', 'Consumer', 317.0, 3220000000),
          (6, 'NVDA', 'NVIDIA Corporation', 'NASDAQ', 'Technology', 158.0, 24400000000),
          (7, 'AMD', 'Advanced Micro Devices, Inc.', 'NASDAQ', 'Technology', 142.0, 1620000000),
          (8, 'META', 'Meta Platforms, Inc.', 'NASDAQ', 'Technology', 738.0, 2520000000),
          (9, 'JPM', 'JPMorgan Chase & Co.', 'NYSE', 'Finance', 290.0, 2780000000),
          (10, 'JNJ', 'Johnson & Johnson', 'NYSE', 'Healthcare', 153.0, 2410000000)
        ) AS named(id, symbol, name, exchange, sector, price, shares);
        INSERT INTO listings
        SELECT 10 + ROW_NUMBER() OVER (ORDER BY x), symbol, 'Holding ' || symbol,
          CASE MOD(x, 2) WHEN 0 THEN 'NASDAQ' ELSE 'NYSE' END,
          ARRAY['Technology', 'Healthcare', 'Finance', 'Energy', 'Consumer'][1 + MOD(x, 5)],
          ROUND(draw(x, 10, 5, 400), 2), draw(x, 11, 5000000, 900000000)
        FROM (
          SELECT x, CHAR(65 + x / 17576) || CHAR(65 + MOD(x / 676, 26))
            || CHAR(65 + MOD(x / 26, 26)) || CHAR(65 + MOD(x, 26)) AS symbol
          FROM SYSTEM_RANGE(0, %1$d))
        WHERE symbol NOT IN (SELECT symbol FROM listings) ORDER BY x LIMIT %1$d - 10;
        CREATE TABLE stocks AS
        SELECT id, symbol, name, exchange, sector, CAST(price * shares AS BIGINT) AS market_cap,
          CAST(price AS DOUBLE PRECISION) AS price, close_on(id, price, 251) AS previous_close,
          CAST(shares / draw(id, 12, 80, 300) AS BIGINT) AS avg_volume,
          price / close_on(id, price, 190) - 1 AS quarter_return,
          draw(id, 13, 0.1, 0.6) AS volatility, draw(id, 14, 6, 60) AS pe_ratio,
          draw(id, 15, -0.2, 0.5) AS eps_growth, draw(id, 16, -0.05, 0.35) AS profit_margin
        FROM listings;
        CREATE UNIQUE INDEX stocks_by_symbol ON stocks (symbol);
        CREATE INDEX stocks_by_sector ON stocks (sector)
        """
            .formatted(STOCKS));
  }

  /**
   * @throws ApiException 404 if there is no such stock
   */
  static Map<String, Object> find(Database database, String symbol) {
    return Rows.all(database, "SELECT * FROM stocks WHERE symbol = ?", symbol).stream()
        .findFirst()
        .orElseThrow(() -> unknown(symbol));
  }

  /** The quotes of those of the symbols that are listed. */
  static List<Map<String, Object>> quotes(Database database, List<String> symbols) {
    return Rows.all(
        database,
        """
        SELECT s.symbol, price, price - previous_close AS change,
          100 * (price / previous_close - 1) AS change_percent, avg_volume AS volume,
          previous_close, price * 0.9999 AS bid, price * 1.0001 AS ask, market_cap, pe_ratio
        FROM UNNEST(?) AS asked(symbol) JOIN stocks s ON s.symbol = asked.symbol
        """,
        (Object) symbols.toArray(String[]::new));
  }

  /** The answer to a symbol that is not listed. */
  static ApiException unknown(String symbol) {
    return new ApiException(404, "stock '" + symbol + "' not found");
  }
}
