package loadgate.metrics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loadgate.model.CacheHeader;

/** Whether a response came from a cache, according to its headers. */
public enum CacheOutcome {
  HIT,
  MISS;

  // "hit-front", "TCP_MEM_HIT" and "RefreshHit from cloudfront" are hits: the outcome is one of the
  // words. The name of the cache after "from" is not.
  private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+");
  private static final Pattern CACHE_NAME = Pattern.compile("(?i)\\bfrom\\s+[^\\s,]+");

  // What CDNs answer without asking the origin for the body counts as a hit; all else is a miss.
  private static final Set<String> SERVED_FROM_CACHE =
      Set.of("HIT", "STALE", "UPDATING", "REVALIDATED", "REFRESHED");
  private static final Set<String> SERVED_FROM_ORIGIN =
      Set.of(
          "MISS",
          "EXPIRED",
          "BYPASS",
          "DYNAMIC",
          "PASS",
          "NONE",
          "ERROR",
          "SYNTH",
          "UNCACHEABLE",
          "NOCACHE",
          "NOSTORE");

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  // RFC 9211: a list of caches, each "name; hit" or "name; fwd=miss", the origin's side first.
  private static final Pattern STRUCTURED_HIT =
      Pattern.compile(";\\s*hit\\s*(?:=\\s*\\?1\\s*)?(?=;|$)");
  private static final Pattern STRUCTURED_FORWARD =
      Pattern.compile(";\\s*(?:fwd|hit\\s*=\\s*\\?0)");

  /**
   * Reads the outcome; with several caches on the way, one that had the answer makes it a hit.
   *
   * @param values of all header lines of that name
   * @return empty when the headers say nothing
   */
  public static Optional<CacheOutcome> of(CacheHeader header, List<String> values) {
    return switch (header) {
      case AGE -> ofAge(values);
      case CACHE_STATUS -> ofCacheStatus(values);
      case X_CACHE, X_CACHE_STATUS, CF_CACHE_STATUS -> ofWords(values);
    };
  }

  private static Optional<CacheOutcome> ofWords(List<String> values) {
    Optional<CacheOutcome> outcome = Optional.empty();
    for (String value : values) {
      Matcher words = WORD.matcher(CACHE_NAME.matcher(value).replaceAll(""));
      while (words.find()) {
        String word = words.group().toUpperCase(Locale.ROOT);
        if (SERVED_FROM_CACHE.contains(word)) {
          return Optional.of(HIT);
        }
        if (SERVED_FROM_ORIGIN.contains(word)) {
          outcome = Optional.of(MISS);
        }
      }
    }
    return outcome;
  }

  private static Optional<CacheOutcome> ofCacheStatus(List<String> values) {
    Optional<CacheOutcome> outcome = Optional.empty();
    String all = QUOTED.matcher(String.join(",", values)).replaceAll("\"\"");
    for (String cache : all.split(",")) {
      String parameters = cache.strip().toLowerCase(Locale.ROOT);
      if (STRUCTURED_HIT.matcher(parameters).find()) {
        return Optional.of(HIT);
      }
      if (STRUCTURED_FORWARD.matcher(parameters).find()) {
        outcome = Optional.of(MISS);
      }
    }
    return outcome;
  }

  /**
   * RFC 9111: a cache adds {@code Age} to what it serves; 0 is what a shared cache just fetched.
   */
  private static Optional<CacheOutcome> ofAge(List<String> values) {
    return values.stream()
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,10}"))
        .findFirst()
        .map(value -> Long.parseLong(value) > 0 ? HIT : MISS);
  }
}
