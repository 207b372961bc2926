package backend.stocks;

import backend.db.Database;
import backend.http.ApiException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** Finds stocks. */
public final class StockStore {

  private static final int MAX_SUGGESTIONS = 10;
  private static final double HALF_SPREAD = 0.0001;

  private final Database database;
  private final PriceHistory history;

  public StockStore(Database database, PriceHistory history) {
    this.database = database;
    this.history = history;
  }

  /** The answer to a ticker that nobody listed. */
  public static ApiException unknown(String symbol) {
    return ApiException.notFound("stock '" + symbol + "' not found");
  }

  /** Stocks found by a search, at most as many as were asked for, of {@code totalCount}. */
  public record SearchResult(List<Stock> stocks, int totalCount, int page, int perPage) {}

  public record Suggestion(String symbol, String name) {}

  /** Stocks whose symbol, name or sector contains the term, in any case, the largest first. */
  SearchResult search(String term, int limit) {
    String part = term.toLowerCase(Locale.ROOT);
    List<Stock> found =
        database.query(
            """
            SELECT * FROM stocks
            WHERE POSITION(? IN LOWER(symbol)) > 0
              OR POSITION(? IN LOWER(name)) > 0
              OR POSITION(? IN LOWER(sector)) > 0
            ORDER BY market_cap DESC, symbol
            """,
            StockStore::stock,
            part,
            part,
            part);
    List<Stock> page = List.copyOf(found.subList(0, Math.min(limit, found.size())));
    return new SearchResult(page, found.size(), 1, limit);
  }

  /** Stocks whose symbol or name begins like that, in any case, the largest first. */
  List<Suggestion> suggest(String beginning) {
    String prefix = beginning.toLowerCase(Locale.ROOT);
    return database.query(
        """
        SELECT symbol, name FROM stocks
        WHERE POSITION(? IN LOWER(symbol)) = 1 OR POSITION(? IN LOWER(name)) = 1
        ORDER BY market_cap DESC, symbol
        LIMIT ?
        """,
        row -> new Suggestion(row.getString("symbol"), row.getString("name")),
        prefix,
        prefix,
        MAX_SUGGESTIONS);
  }

  /**
   * @throws ApiException 404 if there is no such stock
   */
  public Quote quote(String symbol) {
    PriceHistory.Metrics year = history.metrics(symbol);
    return database
        .queryFirst("SELECT * FROM stocks WHERE symbol = ?", row -> quote(row, year), symbol)
        .orElseThrow(() -> unknown(symbol));
  }

  private static Stock stock(ResultSet row) throws SQLException {
    Instant updatedAt = row.getObject("updated_at", OffsetDateTime.class).toInstant();
    return new Stock(
        row.getInt("id"),
        row.getString("symbol"),
        row.getString("name"),
        row.getString("exchange"),
        row.getString("sector"),
        row.getString("industry"),
        row.getLong("market_cap"),
        row.getBoolean("is_active"),
        row.getBoolean("is_tradable"),
        updatedAt,
        updatedAt);
  }

  private static Quote quote(ResultSet row, PriceHistory.Metrics year) throws SQLException {
    double price = row.getDouble("price");
    double previous = row.getDouble("previous_close");
    Instant updatedAt = row.getObject("updated_at", OffsetDateTime.class).toInstant();
    return new Quote(
        row.getString("symbol"),
        price,
        price - previous,
        (price / previous - 1) * 100,
        row.getLong("avg_volume"),
        updatedAt,
        previous,
        Math.max(price, previous),
        Math.min(price, previous),
        previous,
        price * (1 - HALF_SPREAD),
        price * (1 + HALF_SPREAD),
        100,
        100,
        row.getLong("market_cap"),
        row.getLong("avg_volume"),
        row.getDouble("pe_ratio"),
        year.maxPrice(),
        year.minPrice(),
        "generated",
        updatedAt,
        false);
  }
}
