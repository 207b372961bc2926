package backend.investment;

import backend.kit.Cache;
import backend.kit.Database;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import backend.kit.WorkQueue;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;

/** Composes the investment platform, whose features share stocks, prices and one cache. */
public final class InvestmentFeatures {

  private static final int MOST_CACHED = 10_000;

  private InvestmentFeatures() {}

  /** Creates and fills the tables, and makes the features that read them. */
  public static List<Feature> create(Database database, Faults faults) {
    Cache cache = new Cache(faults.works(Part.CACHE), faults.works(Part.CACHE_HEADER), MOST_CACHED);
    Answers answers = new Answers(cache, faults.workDelay());
    StockTable.create(database);
    PriceHistory history = new PriceHistory(database);
    RecommendationsFeature recommendations = new RecommendationsFeature(database, answers);
    WorkQueue queue =
        new WorkQueue("pipeline", faults.works(Part.WORKERS) ? 1 : 0, faults.workDelay());
    return List.of(
        routes -> addStatus(routes, cache),
        new OverviewFeature(database, history, answers),
        recommendations,
        new StocksFeature(database, history, answers),
        new AnalysisFeature(database, history, answers),
        new PipelineFeature(database, recommendations, queue));
  }

  /** Shows health and cache counters. */
  private static void addStatus(RoutesConfig routes, Cache cache) {
    routes.get("/api/health", ctx -> ctx.json(Envelope.of(Map.of("status", "healthy"))));
    routes.get(
        "/api/cache/metrics",
        ctx -> ctx.json(Envelope.of(Map.of("hits", cache.hits(), "misses", cache.misses()))));
  }
}
