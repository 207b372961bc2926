package backend.investment;

import backend.kit.BackendSettings;
import backend.kit.Cache;
import backend.kit.Database;
import backend.kit.ErrorFormat;
import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.Part;
import backend.kit.Room;
import backend.kit.WorkQueue;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;

/** The investment platform, whose features share stocks, prices and one cache. */
public final class InvestmentRoom implements Room {

  private static final int MOST_CACHED = 10_000;

  /** Creates and fills the tables, and makes the features that read them. */
  @Override
  public List<Feature> features(Database database, BackendSettings settings) {
    Faults faults = settings.faults();
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

  /** Elsewhere below {@code /api/} other targets have formats of their own. */
  @Override
  public Map<String, ErrorFormat> errorFormats() {
    return Map.of("/api", new EnvelopeErrors());
  }

  /** Shows health and cache counters. */
  private static void addStatus(RoutesConfig routes, Cache cache) {
    routes.get("/api/health", ctx -> ctx.json(Envelope.of(Map.of("status", "healthy"))));
    routes.get(
        "/api/cache/metrics",
        ctx -> ctx.json(Envelope.of(Map.of("hits", cache.hits(), "misses", cache.misses()))));
  }
}
