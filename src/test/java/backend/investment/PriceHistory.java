package backend.investment;

import backend.kit.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The table of daily prices. The year of a stock is inserted when it is first read. Reading a stock
 * that is not listed throws a 404.
 */
final class PriceHistory {

  private final Database database;
  private final Map<String, Boolean> filled = new ConcurrentHashMap<>();

  /** Needs the table of stocks. */
  PriceHistory(Database database) {
    this.database = database;
    database.execute(
        """
        CREATE TABLE daily_prices (
          symbol VARCHAR(5), trading_day DATE, open DOUBLE PRECISION, close DOUBLE PRECISION,
          volume BIGINT, PRIMARY KEY (symbol, trading_day))
        """);
  }

  /** The newest days, the oldest of them first. */
  List<Map<String, Object>> prices(String symbol, int days) {
    fill(symbol);
    return Rows.all(
        database,
        """
        SELECT symbol, trading_day AS "date", open, GREATEST(open, close) AS high,
          LEAST(open, close) AS low, close, close AS adjusted_close, volume
        FROM (SELECT * FROM daily_prices WHERE symbol = ? ORDER BY trading_day DESC LIMIT ?)
        ORDER BY trading_day
        """,
        symbol,
        days);
  }

  /** The year in figures. A day opens at the close of the day before. */
  Map<String, Object> metrics(String symbol) {
    fill(symbol);
    return Rows.all(
            database,
            """
            SELECT symbol, COUNT(*) AS trading_days, MIN(trading_day) AS period_start,
              MAX(trading_day) AS period_end, MIN(close) AS min_price, MAX(close) AS max_price,
              AVG(close) AS avg_price, SUM(volume) AS total_volume,
              STDDEV_SAMP(LN(close / open)) * SQRT(252) AS volatility_annualized
            FROM daily_prices WHERE symbol = ? GROUP BY symbol
            """,
            symbol)
        .get(0);
  }

  /** Pearson correlation of the daily returns of each pair of stocks, -1..1. */
  Map<String, Map<String, Object>> correlations(List<String> symbols) {
    symbols.forEach(this::fill);
    Object asked = symbols.toArray(String[]::new);
    Map<String, Map<String, Object>> matrix = new LinkedHashMap<>();
    for (Map<String, Object> pair :
        Rows.all(
            database,
            """
            SELECT a.symbol, b.symbol AS other, CORR(a.close / a.open, b.close / b.open) AS together
            FROM UNNEST(?) AS one(symbol) JOIN daily_prices a ON a.symbol = one.symbol
            CROSS JOIN UNNEST(?) AS two(symbol)
            JOIN daily_prices b ON b.symbol = two.symbol AND b.trading_day = a.trading_day
            GROUP BY a.symbol, b.symbol ORDER BY a.symbol, b.symbol
            """,
            asked,
            asked)) {
      matrix
          .computeIfAbsent((String) pair.get("symbol"), symbol -> new LinkedHashMap<>())
          .put((String) pair.get("other"), pair.get("together"));
    }
    return matrix;
  }

  /** Inserts the year of a stock, 252 weekdays, unless it is there. */
  void fill(String symbol) {
    filled.computeIfAbsent(symbol, this::insertYear);
  }

  private boolean insertYear(String symbol) {
    int days =
        database.update(
            """
            INSERT INTO daily_prices
            SELECT symbol,
              DATEADD(DAY, -7 * ((252 - x) / 5) - MOD(252 - x, 5), DATE '2025-06-27'),
              close_on(id, price, x - 1), close_on(id, price, x),
              avg_volume * draw(id, 2000 + x, 0.6, 1.4)
            FROM stocks, SYSTEM_RANGE(1, 252) WHERE symbol = ?
            """,
            symbol);
    if (days == 0) {
      throw StockTable.unknown(symbol);
    }
    return true;
  }
}
