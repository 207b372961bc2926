package simulations.users.investment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import loadgate.target.Target;
import loadgate.target.TargetException;

/**
 * What the target counts itself of its cache.
 *
 * @param hits since the target's start
 * @param misses since the target's start
 */
record CacheCounters(long hits, long misses) {

  /**
   * Reads the counters.
   *
   * @return empty when the target has none
   */
  static Optional<CacheCounters> read(Target target) {
    return metrics(target)
        .filter(metrics -> metrics.path("hits").isIntegralNumber())
        .filter(metrics -> metrics.path("misses").isIntegralNumber())
        .map(
            metrics ->
                new CacheCounters(metrics.get("hits").asLong(), metrics.get("misses").asLong()));
  }

  private static Optional<JsonNode> metrics(Target target) {
    try {
      return Optional.of(target.get("/api/cache/metrics"))
          .filter(answer -> answer.status() == 200)
          .map(answer -> answer.json().path("data"));
    } catch (TargetException e) {
      // They are only there to check another figure; whether the target is up shows elsewhere.
      return Optional.empty();
    }
  }

  /** What was counted since then. */
  CacheCounters since(CacheCounters before) {
    return new CacheCounters(hits - before.hits, misses - before.misses);
  }

  /** Share of hits, 0..100; empty when nothing was counted or the target was restarted. */
  Optional<Double> hitPercent() {
    return hits < 0 || misses < 0 || hits + misses == 0
        ? Optional.empty()
        : Optional.of(100.0 * hits / (hits + misses));
  }
}
