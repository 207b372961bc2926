package backend.stocks;

import backend.kit.ApiException;
import backend.kit.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows what stocks trade at. */
public final class QuoteStore {

  private static final double HALF_SPREAD = 0.0001;

  private final Database database;

  /** Needs the table of stocks. */
  public QuoteStore(Database database) {
    this.database = database;
  }

  /**
   * @throws ApiException 404 if there is no such stock
   */
  public Quote quote(String symbol) {
    Quote quote = quotes(List.of(symbol)).get(symbol);
    if (quote == null) {
      throw StockStore.unknown(symbol);
    }
    return quote;
  }

  /** The quotes of those of the symbols that are listed, in one query, by symbol. */
  public Map<String, Quote> quotes(List<String> symbols) {
    Map<String, Quote> quotes = new LinkedHashMap<>();
    database
        .query(
            """
            SELECT s.* FROM UNNEST(?) AS asked(symbol) JOIN stocks s ON s.symbol = asked.symbol
            """,
            QuoteStore::quote,
            (Object) symbols.toArray(String[]::new))
        .forEach(quote -> quotes.put(quote.symbol(), quote));
    return quotes;
  }

  private static Quote quote(ResultSet row) throws SQLException {
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
        row.getDouble("year_high"),
        row.getDouble("year_low"),
        "generated",
        updatedAt,
        false);
  }
}
