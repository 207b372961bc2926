package backend.recommendations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A stock with its place among the recommendations. Lists of these are what is kept; the words are
 * found for the few that are shown.
 *
 * @param score 0..1
 * @param confidence 0..1
 * @param strength what it scores best in
 * @param neighbours stocks of the sector with the nearest scores
 */
record ScoredStock(
    int rank,
    String symbol,
    String name,
    String sector,
    double score,
    double confidence,
    String strength,
    List<String> neighbours,
    double price,
    long marketCap,
    long volume,
    double volatility,
    double quarterReturn,
    double debtToEquity,
    Recommendation.TechnicalSignals signals,
    Recommendation.FundamentalMetrics fundamentals) {

  static ScoredStock read(ResultSet row) throws SQLException {
    return new ScoredStock(
        row.getInt("rank"),
        row.getString("symbol"),
        row.getString("name"),
        row.getString("sector"),
        row.getDouble("score"),
        row.getDouble("confidence"),
        row.getString("strength"),
        Stream.of(row.getString("before_symbol"), row.getString("after_symbol"))
            .filter(Objects::nonNull)
            .toList(),
        row.getDouble("price"),
        row.getLong("market_cap"),
        row.getLong("avg_volume"),
        row.getDouble("volatility"),
        row.getDouble("quarter_return"),
        row.getDouble("debt_to_equity"),
        new Recommendation.TechnicalSignals(
            row.getDouble("rsi"),
            row.getDouble("macd"),
            row.getDouble("quarter_low"),
            row.getDouble("quarter_high")),
        new Recommendation.FundamentalMetrics(
            row.getDouble("pe_ratio"),
            row.getDouble("eps_growth"),
            row.getDouble("revenue_growth"),
            row.getDouble("profit_margin")));
  }

  /** Puts the figures into words. */
  Recommendation recommendation() {
    return RecommendationWriter.write(this);
  }
}
