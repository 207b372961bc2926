package backend.lookups;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** One level of the cache: entries up to a number, each with a lifetime of its own. */
final class Level {

  private final Cache<String, Entry> entries;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder removed = new LongAdder();
  private final LongAdder removedUnserved = new LongAdder();

  Level(int mostEntries, Ticker ticker) {
    this.entries =
        Caffeine.newBuilder()
            .maximumSize(mostEntries)
            .ticker(ticker)
            .expireAfter(
                Expiry.<String, Entry>creating(
                    (key, entry) -> Duration.ofNanos(entry.nanosLeft(ticker.read()))))
            .executor(Runnable::run)
            .evictionListener((key, entry, cause) -> remove(entry))
            .build();
  }

  /**
   * What the level did so far.
   *
   * @param hitRate share of hits, 0..1
   */
  record Figures(long hits, long misses, double hitRate, double avgLatencyMs) {}

  /**
   * How many entries only took up room.
   *
   * @param evicted entries that ran out or had to make room
   * @param evictedUnused those of them that nobody had asked for again
   */
  record Pollution(long entries, long evicted, long evictedUnused, double pollutionPercent) {}

  private void remove(Entry entry) {
    removed.increment();
    if (!entry.served()) {
      removedUnserved.increment();
    }
  }

  /** Looks a key up and counts how that went. */
  Optional<Entry> find(String key) {
    long start = System.nanoTime();
    Optional<Entry> found = Optional.ofNullable(entries.getIfPresent(key));
    found.ifPresent(Entry::serve);
    (found.isPresent() ? hits : misses).increment();
    nanos.add(System.nanoTime() - start);
    return found;
  }

  /** The entry of the key, or what {@code load} makes; nothing is kept when that is null. */
  Optional<Entry> findOrLoad(String key, Function<String, Entry> load) {
    return Optional.ofNullable(entries.get(key, load));
  }

  void put(String key, Entry entry) {
    entries.put(key, entry);
  }

  Figures figures() {
    long all = hits.sum() + misses.sum();
    return new Figures(
        hits.sum(),
        misses.sum(),
        all == 0 ? 0 : (double) hits.sum() / all,
        all == 0 ? 0 : nanos.sum() / 1e6 / all);
  }

  Pollution pollution() {
    entries.cleanUp();
    long all = removed.sum();
    return new Pollution(
        entries.estimatedSize(),
        all,
        removedUnserved.sum(),
        all == 0 ? 0 : 100.0 * removedUnserved.sum() / all);
  }
}
