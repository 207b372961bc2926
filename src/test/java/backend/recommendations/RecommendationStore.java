package backend.recommendations;

import backend.kit.Database;
import java.util.List;
import java.util.Optional;

/**
 * The table of recommendations. A stock is ranked within its sector by momentum, price, growth and
 * calm; the weighted ranks are its score, 0..1, and the further the score is from the middle, the
 * more confident the recommendation.
 */
public final class RecommendationStore {

  private static final String SELECT =
      """
      SELECT r.*, s.name, s.sector, s.price, s.market_cap, s.avg_volume, s.volatility,
        s.rsi, s.macd, s.quarter_low, s.quarter_high, s.quarter_return,
        s.pe_ratio, s.eps_growth, s.revenue_growth, s.profit_margin, s.debt_to_equity
      FROM recommendations r JOIN stocks s ON s.symbol = r.symbol
      """;

  private final Database database;

  /** Needs the table of stocks. */
  public RecommendationStore(Database database) {
    this.database = database;
    database.execute(
        """
        CREATE TABLE recommendations (
          rank INT PRIMARY KEY,
          symbol VARCHAR(5) NOT NULL UNIQUE REFERENCES stocks(symbol),
          score DOUBLE PRECISION NOT NULL,
          confidence DOUBLE PRECISION NOT NULL,
          strength VARCHAR(10) NOT NULL,
          before_symbol VARCHAR(5),
          after_symbol VARCHAR(5)
        );
        INSERT INTO recommendations
        WITH ranked AS (
          SELECT symbol, sector,
            PERCENT_RANK() OVER (PARTITION BY sector ORDER BY quarter_return) AS momentum,
            PERCENT_RANK() OVER (PARTITION BY sector ORDER BY pe_ratio DESC) AS cheapness,
            PERCENT_RANK() OVER (PARTITION BY sector ORDER BY eps_growth) AS growth,
            PERCENT_RANK() OVER (PARTITION BY sector ORDER BY volatility DESC) AS calm
          FROM stocks WHERE is_active
        ), scored AS (
          SELECT symbol, sector, GREATEST(momentum, cheapness, growth, calm) AS best,
            momentum, cheapness, growth,
            (7 * momentum + 5 * cheapness + 5 * growth + 3 * calm) / 20 AS score
          FROM ranked
        )
        SELECT
          ROW_NUMBER() OVER (ORDER BY ABS(2 * score - 1) DESC, symbol),
          symbol,
          score,
          ROUND((1 + ABS(2 * score - 1)) / 2, 4),
          CASE best WHEN momentum THEN 'momentum' WHEN cheapness THEN 'value'
            WHEN growth THEN 'growth' ELSE 'dividend' END,
          LAG(symbol) OVER (PARTITION BY sector ORDER BY score, symbol),
          LEAD(symbol) OVER (PARTITION BY sector ORDER BY score, symbol)
        FROM scored
        """);
  }

  /** All recommendations of a sector, the most confident first; none for an unknown one. */
  List<ScoredStock> ofSector(String sector) {
    return database.query(
        SELECT + " WHERE s.sector = ? ORDER BY r.confidence DESC, r.rank",
        ScoredStock::read,
        sector);
  }

  /** All recommendations, the most confident first. */
  List<ScoredStock> all() {
    return database.query(SELECT + " ORDER BY r.confidence DESC, r.rank", ScoredStock::read);
  }

  /** The most confident recommendations. */
  public List<Recommendation> top(int count) {
    return database
        .query(SELECT + " ORDER BY r.confidence DESC, r.rank LIMIT ?", ScoredStock::read, count)
        .stream()
        .map(ScoredStock::recommendation)
        .toList();
  }

  /** The recommendations of those of the stocks that are listed. */
  List<Recommendation> ofStocks(List<String> symbols) {
    return database
        .query(
            SELECT + " JOIN UNNEST(?) AS asked(symbol) ON asked.symbol = r.symbol",
            ScoredStock::read,
            (Object) symbols.toArray(String[]::new))
        .stream()
        .map(ScoredStock::recommendation)
        .toList();
  }

  Optional<Recommendation> ofStock(String symbol) {
    return database
        .queryFirst(SELECT + " WHERE r.symbol = ?", ScoredStock::read, symbol)
        .map(ScoredStock::recommendation);
  }
}
