package simulations.users.investment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import loadgate.metrics.CacheMetrics;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import loadgate.stats.Summary;
import loadgate.target.Target;
import loadgate.target.TargetException;

/** Hits and misses of the target's cache. */
record CacheCounters(long hits, long misses) {

  /** The target's own counters since its start; empty when it has none. */
  static Optional<CacheCounters> read(Target target) {
    return metrics(target)
        .filter(metrics -> metrics.path("hits").isIntegralNumber())
        .filter(metrics -> metrics.path("misses").isIntegralNumber())
        .map(
            metrics ->
                new CacheCounters(metrics.get("hits").asLong(), metrics.get("misses").asLong()));
  }

  /** Counts the cache headers of all answers to these user types. */
  static CacheCounters ofAnswers(RunStatistics run, String... userTypes) {
    long hits = 0;
    long misses = 0;
    for (String userType : userTypes) {
      Optional<Summary> told =
          run.find(List.of(userType, CacheMetrics.HIT.title())).map(PathStatistics::summary);
      hits += told.map(summary -> summary.ok().count()).orElse(0L);
      misses += told.map(summary -> summary.ko().count()).orElse(0L);
    }
    return new CacheCounters(hits, misses);
  }

  private static Optional<JsonNode> metrics(Target target) {
    try {
      return Optional.of(target.get("/api/cache/metrics"))
          .filter(answer -> answer.status() == 200)
          .map(answer -> answer.json().path("data"));
    } catch (TargetException e) {
      // The counters only check the hit rate of the answers; a target that is down fails other
      // gates.
      return Optional.empty();
    }
  }

  /** Counts since an earlier reading. */
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
