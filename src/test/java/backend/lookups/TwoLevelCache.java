package backend.lookups;

import backend.counting.HourlyCounts;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what providers answered: a small first level before a large second one. An entry is as old
 * in one level as in the other. Every lookup is a hit, in either level, or a miss.
 */
public final class TwoLevelCache {

  private static final int FIRST_LEVEL_ENTRIES = 64;
  private static final int SECOND_LEVEL_ENTRIES = 10_000;

  private final boolean keeping;
  private final Ticker ticker;
  private final Level first;
  private final Level second;
  private final Map<DataType, LookupCounts> counts = new EnumMap<>(DataType.class);
  private final HourlyCounts hits = new HourlyCounts(Clock.systemUTC());
  private final HourlyCounts misses = new HourlyCounts(Clock.systemUTC());

  /** {@code keeping} is whether anything is kept; otherwise every lookup is a miss. */
  public TwoLevelCache(boolean keeping) {
    this(keeping, Ticker.systemTicker(), FIRST_LEVEL_ENTRIES);
  }

  TwoLevelCache(boolean keeping, Ticker ticker, int firstLevelEntries) {
    this.keeping = keeping;
    this.ticker = ticker;
    this.first = new Level(firstLevelEntries, ticker);
    this.second = new Level(SECOND_LEVEL_ENTRIES, ticker);
    for (DataType type : DataType.values()) {
      counts.put(type, new LookupCounts());
    }
  }

  /**
   * The kept value, or a loaded one, which is then kept for its lifetime. Of several lookups that
   * miss the same key at once only one loads. What cannot be loaded is not kept.
   *
   * @param key of the same type of value every time
   * @param load gives nothing when there is nothing, and throws when it cannot tell
   */
  public <T> Optional<T> get(
      DataType type, String key, Duration lifetime, Supplier<Optional<T>> load) {
    long start = System.nanoTime();
    String id = type + " " + key;
    Optional<Entry> kept = first.find(id).or(() -> fromSecond(id));
    try {
      Optional<Entry> entry = kept.isPresent() ? kept : loaded(id, lifetime, load);
      @SuppressWarnings("unchecked") // a key has one type of value
      Optional<T> value = entry.map(e -> (T) e.value());
      return value;
    } catch (RuntimeException e) {
      counts.get(type).error();
      throw e;
    } finally {
      count(type, kept.isPresent(), System.nanoTime() - start);
    }
  }

  private void count(DataType type, boolean hit, long nanos) {
    if (hit) {
      hits.count();
      counts.get(type).hit(nanos);
    } else {
      misses.count();
      counts.get(type).miss(nanos);
    }
  }

  private Optional<Entry> fromSecond(String id) {
    Optional<Entry> found = second.find(id);
    found.ifPresent(entry -> first.put(id, entry));
    return found;
  }

  private <T> Optional<Entry> loaded(String id, Duration lifetime, Supplier<Optional<T>> load) {
    if (!keeping) {
      return load.get().map(value -> new Entry(value, 0));
    }
    Optional<Entry> entry = second.findOrLoad(id, missing -> entry(lifetime, load));
    entry.ifPresent(e -> first.put(id, e));
    return entry;
  }

  private <T> Entry entry(Duration lifetime, Supplier<Optional<T>> load) {
    return load.get()
        .map(value -> new Entry(value, ticker.read() + lifetime.toNanos()))
        .orElse(null);
  }

  Level firstLevel() {
    return first;
  }

  Level secondLevel() {
    return second;
  }

  LookupCounts.Figures figures(DataType type) {
    return counts.get(type).figures();
  }

  HourlyCounts hits() {
    return hits;
  }

  HourlyCounts misses() {
    return misses;
  }
}
