package backend.market;

import backend.kit.Database;
import backend.stocks.TradingYear;
import java.util.List;

/** Sums the stocks up. */
public final class Market {

  private final Database database;

  public Market(Database database) {
    this.database = database;
  }

  /** The data ends with a close, so the market is always closed. */
  public MarketOverview overview() {
    return new MarketOverview(
        TradingYear.lastClose(),
        "closed",
        sentiment(),
        indices(),
        sectors(),
        movers("change_percent DESC"),
        movers("change_percent ASC"));
  }

  /** The symbols of the largest stocks. */
  public List<String> largest(int count) {
    return database.query(
        "SELECT symbol FROM stocks ORDER BY market_cap DESC, symbol LIMIT ?",
        row -> row.getString("symbol"),
        count);
  }

  private double sentiment() {
    return database
        .queryFirst(
            "SELECT AVG(CAST(SIGN(price - previous_close) AS DOUBLE PRECISION)) FROM stocks",
            row -> row.getDouble(1))
        .orElseThrow();
  }

  private List<MarketOverview.Index> indices() {
    return database.query(
        """
        SELECT symbol, name, price, price - previous_close AS change,
          (price / previous_close - 1) * 100 AS change_percent
        FROM indices ORDER BY symbol
        """,
        row ->
            new MarketOverview.Index(
                row.getString("symbol"),
                row.getString("name"),
                row.getDouble("price"),
                row.getDouble("change"),
                row.getDouble("change_percent")));
  }

  private List<MarketOverview.Sector> sectors() {
    return database.query(
        """
        SELECT sector, COUNT(*) AS stock_count, SUM(market_cap) AS total, AVG(market_cap) AS mean
        FROM stocks WHERE is_active GROUP BY sector ORDER BY total DESC
        """,
        row ->
            new MarketOverview.Sector(
                row.getString("sector"),
                row.getInt("stock_count"),
                row.getDouble("total"),
                row.getDouble("mean")));
  }

  private List<MarketOverview.Mover> movers(String order) {
    return database.query(
        """
        SELECT symbol, (price / previous_close - 1) * 100 AS change_percent
        FROM stocks WHERE is_active ORDER BY %s, symbol LIMIT 5
        """
            .formatted(order),
        row -> new MarketOverview.Mover(row.getString("symbol"), row.getDouble("change_percent")));
  }
}
