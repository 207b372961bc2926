package backend.recommendations;

import backend.investment.Envelope;
import backend.investment.Page;
import backend.kit.AnswerCache;
import backend.kit.CachedAnswers;
import backend.kit.Feature;
import backend.kit.QueryFields;
import backend.stocks.StockStore;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;

/** Shows recommendations, by sector and by stock. */
public final class RecommendationsFeature implements Feature {

  private static final String ALL_SECTORS = "All";
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final RecommendationStore store;
  private final CachedAnswers<List<ScoredStock>> bySector;
  private final CachedAnswers<Recommendation> byStock;

  public RecommendationsFeature(RecommendationStore store, AnswerCache cache) {
    this.store = store;
    this.bySector = cache.answers(LIFETIME);
    this.byStock = cache.answers(LIFETIME);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/recommendations", this::list);
    routes.get("/api/recommendations/{ticker}", this::one);
  }

  /** Only the sector decides about hit or miss; the rest is picked out of the kept list. */
  private void list(Context ctx) {
    QueryFields query = QueryFields.of(ctx);
    int limit = query.integer("limit", 10, 1, 100);
    int offset = query.integer("offset", 0, 0, Integer.MAX_VALUE);
    String sector = query.text("sector", ALL_SECTORS, 50);
    double minScore = query.number("min_score", 0, 0, 1);
    query.throwIfInvalid();
    List<ScoredStock> good =
        bySector.get(ctx, sector, () -> load(sector)).stream()
            .filter(stock -> stock.confidence() >= minScore)
            .toList();
    List<Recommendation> page =
        good.stream().skip(offset).limit(limit).map(ScoredStock::recommendation).toList();
    ctx.json(Envelope.of(page, Page.at(offset, limit, good.size())));
  }

  private void one(Context ctx) {
    String ticker = ctx.pathParam("ticker");
    ctx.json(
        Envelope.of(
            byStock.get(
                ctx,
                ticker,
                () -> store.ofStock(ticker).orElseThrow(() -> StockStore.unknown(ticker)))));
  }

  /** Computes the recommendations of stocks before anybody asks for them. */
  public void prepare(List<String> symbols) {
    store
        .ofStocks(symbols)
        .forEach(recommendation -> byStock.put(recommendation.symbol(), recommendation));
  }

  private List<ScoredStock> load(String sector) {
    return sector.equals(ALL_SECTORS) ? store.all() : store.ofSector(sector);
  }
}
