package backend.stocks;

import backend.kit.ApiException;
import backend.kit.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds stocks. */
public final class StockStore {

  private static final int MAX_SUGGESTIONS = 10;

  private final Database database;

  public StockStore(Database database) {
    this.database = database;
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

  /** Stocks on one page of a list, and how many the whole list has. */
  record StockPage(List<Stock> stocks, int total) {}

  StockPage page(StockFilter filter, int limit, int offset) {
    String condition =
        """
        WHERE is_active = ? AND market_cap BETWEEN ? AND ? AND (? = '' OR sector = ?)
        """;
    List<Object> arguments =
        List.of(
            filter.active(),
            filter.minMarketCap(),
            filter.maxMarketCap(),
            filter.sector(),
            filter.sector());
    int total =
        database
            .queryFirst(
                "SELECT COUNT(*) FROM stocks " + condition,
                row -> row.getInt(1),
                arguments.toArray())
            .orElseThrow();
    List<Stock> stocks =
        database.query(
            "SELECT * FROM stocks " + condition + filter.orderBy() + " LIMIT ? OFFSET ?",
            StockStore::stock,
            Stream.concat(arguments.stream(), Stream.of(limit, offset)).toArray());
    return new StockPage(stocks, total);
  }

  /**
   * @throws ApiException 404 if there is no such stock
   */
  StockDetail detail(String symbol) {
    return database
        .queryFirst("SELECT * FROM stocks WHERE symbol = ?", StockStore::detail, symbol)
        .orElseThrow(() -> unknown(symbol));
  }

  private static Stock stock(ResultSet row) throws SQLException {
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
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static StockDetail detail(ResultSet row) throws SQLException {
    Stock stock = stock(row);
    return new StockDetail(
        stock,
        row.getLong("shares_outstanding"),
        row.getLong("float_shares"),
        "US",
        "USD",
        row.getObject("ipo_date", LocalDate.class),
        "%s, listed on %s, is in the business of %s"
            .formatted(stock.name(), stock.exchange(), stock.industry()),
        "https://%s.example".formatted(stock.symbol().toLowerCase(Locale.ROOT)),
        row.getInt("employees"));
  }
}
