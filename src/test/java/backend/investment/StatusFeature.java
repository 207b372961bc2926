package backend.investment;

import backend.kit.Cache;
import backend.kit.Feature;
import io.javalin.config.RoutesConfig;
import java.time.Instant;
import java.util.Map;

/** Shows health and cache counters. */
record StatusFeature(Cache cache) implements Feature {

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/health", ctx -> ctx.json(Envelope.of(health())));
    routes.get("/api/cache/metrics", ctx -> ctx.json(Envelope.of(cacheMetrics())));
  }

  private static Map<String, Object> health() {
    return Map.of(
        "status", "healthy",
        "timestamp", Instant.now(),
        "version", "1.0.0",
        "service", "investment-analysis");
  }

  private Map<String, Object> cacheMetrics() {
    long hits = cache.hits();
    long misses = cache.misses();
    double rate = hits == 0 ? 0 : (double) hits / (hits + misses);
    return Map.of("hits", hits, "misses", misses, "hit_rate", rate);
  }
}
