package backend.investment;

import backend.kit.AnswerCache;
import backend.kit.Feature;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.javalin.config.RoutesConfig;

/** Tells how well the cache does; it has one level, so the others never see a request. */
public final class CacheMetricsFeature implements Feature {

  /** What a call of a market-data provider would cost, in dollars. */
  private static final double COST_PER_CALL = 0.001;

  private final AnswerCache cache;

  public CacheMetricsFeature(AnswerCache cache) {
    this.cache = cache;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/cache/metrics", ctx -> ctx.json(Envelope.of(metrics())));
  }

  private record Metrics(long hits, long misses, double hitRate, Performance cachePerformance) {}

  private record Performance(Levels cacheMetrics) {}

  private record Levels(
      @JsonProperty("l1_hits") long l1Hits,
      @JsonProperty("l1_misses") long l1Misses,
      @JsonProperty("l2_hits") long l2Hits,
      @JsonProperty("l2_misses") long l2Misses,
      @JsonProperty("l3_hits") long l3Hits,
      @JsonProperty("l3_misses") long l3Misses,
      long totalRequests,
      double hitRatio,
      long apiCallsSaved,
      double estimatedCostSavings) {}

  private Metrics metrics() {
    long hits = cache.hits();
    long misses = cache.misses();
    long total = hits + misses;
    double rate = total == 0 ? 0 : (double) hits / total;
    Levels levels = new Levels(hits, misses, 0, 0, 0, 0, total, rate, hits, hits * COST_PER_CALL);
    return new Metrics(hits, misses, rate, new Performance(levels));
  }
}
