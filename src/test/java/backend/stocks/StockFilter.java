package backend.stocks;

import backend.kit.QueryFields;
import java.util.List;

/**
 * Which stocks a list shows, and in which order.
 *
 * @param sector empty for any
 * @param sortBy one of the columns that a list may be sorted by
 */
record StockFilter(
    String sector,
    double minMarketCap,
    double maxMarketCap,
    boolean active,
    String sortBy,
    boolean descending) {

  private static final List<String> SORT_COLUMNS =
      List.of("symbol", "name", "market_cap", "created_at");

  private static final double MOST_MARKET_CAP = 1e18;

  /** Notes in the query what is wrong with it. */
  static StockFilter read(QueryFields query) {
    return new StockFilter(
        query.text("sector", "", 50),
        query.number("min_market_cap", 0, 0, MOST_MARKET_CAP),
        query.number("max_market_cap", MOST_MARKET_CAP, 0, MOST_MARKET_CAP),
        query.choice("is_active", "true", List.of("true", "false")).equals("true"),
        query.choice("sort_by", "market_cap", SORT_COLUMNS),
        query.choice("order", "desc", List.of("asc", "desc")).equals("desc"));
  }

  /** Stocks that are equal in the column stand in the order of their symbols. */
  String orderBy() {
    return "ORDER BY %s %s, symbol".formatted(sortBy, descending ? "DESC" : "ASC");
  }
}
