package backend.kit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps values by key, each for a lifetime, and counts hits and misses. */
public final class Cache {

  private final boolean keeping;
  private final boolean telling;
  private final com.github.benmanes.caffeine.cache.Cache<String, Entry> entries;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  private record Entry(Object value, Duration lifetime) {}

  /**
   * @param keeping whether values are kept; otherwise every lookup is a miss
   * @param telling whether answers carry the header {@code X-Cache}
   * @param most entries
   */
  public Cache(boolean keeping, boolean telling, int most) {
    this(keeping, telling, most, Ticker.systemTicker());
  }

  Cache(boolean keeping, boolean telling, int most, Ticker ticker) {
    this.keeping = keeping;
    this.telling = telling;
    // Full size from the start: a computation blocks the keys of its bin, so bins must be many.
    this.entries =
        Caffeine.newBuilder()
            .initialCapacity(most)
            .maximumSize(most)
            .ticker(ticker)
            .expireAfter(Expiry.writing((String key, Entry entry) -> entry.lifetime()))
            .build();
  }

  /**
   * The kept value or a computed one, which is then kept; the answer says in X-Cache which. Of
   * several requests that miss the same key at once only one computes, and the others count as
   * hits. A computation that fails is not kept. It must not ask for its own key.
   *
   * @param key of the same type of value every time
   */
  public <T> T get(Context ctx, String key, Duration lifetime, Supplier<T> compute) {
    AtomicBoolean missed = new AtomicBoolean();
    T value = get(key, lifetime, missed, compute);
    if (telling) {
      ctx.header("X-Cache", missed.get() ? "MISS" : "HIT");
    }
    return value;
  }

  /** As the other {@code get}, for an answer that does not say it. */
  public <T> T get(String key, Duration lifetime, Supplier<T> compute) {
    return get(key, lifetime, new AtomicBoolean(), compute);
  }

  private <T> T get(String key, Duration lifetime, AtomicBoolean missed, Supplier<T> compute) {
    Function<String, Entry> miss =
        missing -> {
          missed.set(true);
          return new Entry(compute.get(), lifetime);
        };
    try {
      return value(keeping ? entries.get(key, miss) : miss.apply(key));
    } finally {
      (missed.get() ? misses : hits).increment();
    }
  }

  /** The kept value; counts a hit or a miss. */
  public <T> Optional<T> find(String key) {
    Entry entry = entries.getIfPresent(key);
    (entry == null ? misses : hits).increment();
    return Optional.ofNullable(value(entry));
  }

  @SuppressWarnings("unchecked") // a key has one type of value
  private static <T> T value(Entry entry) {
    return entry == null ? null : (T) entry.value();
  }

  public <T> void put(String key, T value, Duration lifetime) {
    if (keeping) {
      entries.put(key, new Entry(value, lifetime));
    }
  }

  public void remove(String key) {
    entries.invalidate(key);
  }

  public long hits() {
    return hits.sum();
  }

  public long misses() {
    return misses.sum();
  }
}
