package backend.investment;

import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Recommends stocks. A stock is ranked within its sector by momentum, price, growth and calm; the
 * weighted ranks are its score, 0..1, and the further the score is from the middle, the more
 * confident the recommendation.
 */
final class RecommendationsFeature implements Feature {

  private static final String PATH = "/api/recommendations";
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final String SELECT = "SELECT * FROM recommendations ";
  private static final String BEST_FIRST = " ORDER BY confidence_score DESC, id";

  private final Database database;
  private final Answers answers;

  /** Needs the table of stocks. */
  RecommendationsFeature(Database database, Answers answers) {
    this.database = database;
    this.answers = answers;
    database.execute(
        """
        CREATE TABLE recommendations AS
        SELECT 'REC-' || LPAD(ROW_NUMBER() OVER (ORDER BY ABS(2 * score - 1) DESC), 4, '0') AS id,
          symbol, name AS company_name,
          CASE WHEN score >= 0.75 THEN 'strong_buy' WHEN score >= 0.6 THEN 'buy'
            WHEN score >= 0.4 THEN 'hold' WHEN score >= 0.25 THEN 'sell'
            ELSE 'strong_sell' END AS recommendation_type,
          ROUND((1 + ABS(2 * score - 1)) / 2, 4) AS confidence_score,
          price * (0.6 + 0.8 * score) AS target_price, price AS current_price,
          0.8 * score - 0.4 AS expected_return, price * (1 - volatility / 4) AS stop_loss,
          'Scores ' || ROUND(score, 2) || ' among the stocks of its sector' AS reasoning,
          sector, market_cap, avg_volume AS volume
        FROM (
          SELECT *,
            (7 * PERCENT_RANK() OVER (PARTITION BY sector ORDER BY quarter_return)
              + 5 * PERCENT_RANK() OVER (PARTITION BY sector ORDER BY pe_ratio DESC)
              + 5 * PERCENT_RANK() OVER (PARTITION BY sector ORDER BY eps_growth)
              + 3 * PERCENT_RANK() OVER (PARTITION BY sector ORDER BY volatility DESC)
            ) / 20 AS score
          FROM stocks);
        CREATE UNIQUE INDEX recommendations_by_symbol ON recommendations (symbol);
        CREATE INDEX recommendations_by_sector ON recommendations (sector)
        """);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(PATH, this::list);
    routes.get(PATH + "/{ticker}", this::one);
  }

  /** Caches by sector alone; score and page are cut out of the list, which is best first. */
  private void list(Context ctx) {
    JsonFields query = JsonFields.ofQuery(ctx);
    int limit = query.integer("limit", 10, 1, 100);
    int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
    String sector = query.optionalText("sector", 50).orElse("All");
    double minScore = query.optionalNumber("min_score", 0, 1).orElse(0);
    query.throwIfInvalid();
    List<Map<String, Object>> good =
        answers.kept(ctx, sector, LIFETIME, () -> ofSector(sector)).stream()
            .takeWhile(found -> (double) found.get("confidence_score") >= minScore)
            .toList();
    ctx.json(
        Envelope.page(
            good.stream().skip(offset).limit(limit).toList(), offset, limit, good.size()));
  }

  private void one(Context ctx) {
    answers.cached(ctx, LIFETIME, () -> ofStock(ctx.pathParam("ticker")));
  }

  /** Puts the recommendation of a stock into the cache. */
  void prepare(String symbol) {
    answers.prepare(PATH + "/" + symbol, LIFETIME, ofStock(symbol));
  }

  private List<Map<String, Object>> ofSector(String sector) {
    return sector.equals("All")
        ? Rows.all(database, SELECT + BEST_FIRST)
        : Rows.all(database, SELECT + "WHERE sector = ?" + BEST_FIRST, sector);
  }

  private Map<String, Object> ofStock(String symbol) {
    return Rows.all(database, SELECT + "WHERE symbol = ?", symbol).stream()
        .findFirst()
        .orElseThrow(() -> StockTable.unknown(symbol));
  }
}
