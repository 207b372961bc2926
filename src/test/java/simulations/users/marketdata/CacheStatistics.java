package simulations.users.marketdata;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import loadgate.metrics.Metric;
import loadgate.settings.Options;
import loadgate.target.Target;
import loadgate.target.TargetException;

/** Where a target publishes its counters of cache hits and misses. */
record CacheStatistics(String path, JsonPointer hits, JsonPointer misses) {

  private static final String PATH_OPTION = "cache-statistics";
  private static final String HITS_OPTION = "cache-hits";
  private static final String MISSES_OPTION = "cache-misses";

  /** The counters of the market-data service. */
  static final CacheStatistics DEFAULT =
      new CacheStatistics(
          "/api/metrics/cache",
          JsonPointer.compile("/overall/total_hits"),
          JsonPointer.compile("/overall/total_misses"));

  /** Both counters at one moment, since the start of the target. */
  record Reading(long hits, long misses) {

    /** The hits and misses since an earlier reading. */
    List<Metric.Sample> since(Reading earlier) {
      if (hits < earlier.hits || misses < earlier.misses) {
        throw new TargetException(
            "the counters of cache hits and misses went back; the target was started anew");
      }
      return Metric.Sample.rates(hits - earlier.hits, misses - earlier.misses);
    }
  }

  /** Reads the place from the settings of the user type. */
  static CacheStatistics from(Options options) {
    options.only(PATH_OPTION, HITS_OPTION, MISSES_OPTION);
    return new CacheStatistics(
        options.text(PATH_OPTION, DEFAULT.path),
        pointer(options, HITS_OPTION, DEFAULT.hits),
        pointer(options, MISSES_OPTION, DEFAULT.misses));
  }

  private static JsonPointer pointer(Options options, String key, JsonPointer fallback) {
    String text = options.text(key, fallback.toString());
    try {
      return JsonPointer.compile(text);
    } catch (IllegalArgumentException e) {
      throw options.error(key, "\"" + text + "\" is no JSON Pointer such as " + fallback);
    }
  }

  /**
   * @throws TargetException if the target does not publish both counters
   */
  Reading read(Target target) {
    JsonNode statistics = target.get(path).expect(200).json();
    return new Reading(counter(statistics, hits), counter(statistics, misses));
  }

  private long counter(JsonNode statistics, JsonPointer pointer) {
    JsonNode counter = statistics.at(pointer);
    if (!counter.isIntegralNumber()) {
      throw new TargetException(
          "GET " + path + " has no whole number at " + pointer + "; check the settings");
    }
    return counter.longValue();
  }
}
