package backend.lookups;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/** What the cache did since its start. */
record CacheStatistics(
    Instant timestamp,
    Overall overall,
    @JsonProperty("l1_cache") Level.Figures firstLevel,
    @JsonProperty("l2_cache") Level.Figures secondLevel,
    Map<String, LookupCounts.Figures> byDataType,
    Level.Pollution pollution,
    List<Hour> hourlyTrends,
    List<String> recommendations,
    boolean prometheusEnabled) {

  private static final double GOOD_HIT_RATE_PERCENT = 80;
  private static final long ENOUGH_LOOKUPS = 100;

  /** All types of data together. */
  record Overall(
      long totalRequests,
      long totalHits,
      long totalMisses,
      long totalErrors,
      double hitRatePercent) {}

  /** One hour of the last 24 in which there were lookups. */
  record Hour(Instant hour, long hits, long misses, double hitRatePercent) {}

  static CacheStatistics of(TwoLevelCache cache) {
    Map<String, LookupCounts.Figures> byDataType = new LinkedHashMap<>();
    for (DataType type : DataType.values()) {
      byDataType.put(type.word(), cache.figures(type));
    }
    return new CacheStatistics(
        Instant.now(),
        overall(byDataType),
        cache.firstLevel().figures(),
        cache.secondLevel().figures(),
        byDataType,
        cache.secondLevel().pollution(),
        trends(cache.hits().byHour(), cache.misses().byHour()),
        recommendations(byDataType),
        false);
  }

  private static Overall overall(Map<String, LookupCounts.Figures> byDataType) {
    long hits = byDataType.values().stream().mapToLong(LookupCounts.Figures::hits).sum();
    long misses = byDataType.values().stream().mapToLong(LookupCounts.Figures::misses).sum();
    long errors = byDataType.values().stream().mapToLong(LookupCounts.Figures::errors).sum();
    double rate = LookupCounts.hitRatePercent(hits, misses);
    return new Overall(hits + misses, hits, misses, errors, rate);
  }

  private static List<Hour> trends(SortedMap<Instant, Long> hits, SortedMap<Instant, Long> misses) {
    TreeSet<Instant> hours = new TreeSet<>(hits.keySet());
    hours.addAll(misses.keySet());
    List<Hour> trends = new ArrayList<>();
    for (Instant hour : hours) {
      long hit = hits.getOrDefault(hour, 0L);
      long missed = misses.getOrDefault(hour, 0L);
      trends.add(new Hour(hour, hit, missed, LookupCounts.hitRatePercent(hit, missed)));
    }
    return trends;
  }

  private static List<String> recommendations(Map<String, LookupCounts.Figures> byDataType) {
    List<String> recommendations = new ArrayList<>();
    byDataType.forEach(
        (type, figures) -> {
          if (figures.hits() + figures.misses() >= ENOUGH_LOOKUPS
              && figures.hitRatePercent() < GOOD_HIT_RATE_PERCENT) {
            recommendations.add(
                String.format(
                    Locale.ROOT,
                    "keep %s longer: %.1f %% of its lookups hit",
                    type,
                    figures.hitRatePercent()));
          }
        });
    return recommendations;
  }
}
