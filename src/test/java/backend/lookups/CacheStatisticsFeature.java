package backend.lookups;

import backend.kit.Feature;
import io.javalin.config.RoutesConfig;

/** Tells what the cache of market data does; no other answer shows a hit or a miss. */
public final class CacheStatisticsFeature implements Feature {

  private final TwoLevelCache cache;

  public CacheStatisticsFeature(TwoLevelCache cache) {
    this.cache = cache;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get("/api/metrics/cache", ctx -> ctx.json(CacheStatistics.of(cache)));
  }
}
