package backend.accounts;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps accounts for a limited time, and of too many those that were used last. An account that was
 * read before a change never takes the place of the changed one.
 */
final class AccountCache {

  private record Kept(Account account, long sinceNanos) {}

  private final int capacity;
  private final long lifetimeNanos;
  private final LongSupplier nanoTime;
  private final Map<String, Kept> byUse = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param capacity the most accounts that are kept, 0 for none
   * @param lifetime of an account from when it was put here
   * @param nanoTime a clock such as {@link System#nanoTime}
   */
  AccountCache(int capacity, Duration lifetime, LongSupplier nanoTime) {
    this.capacity = capacity;
    this.lifetimeNanos = lifetime.toNanos();
    this.nanoTime = nanoTime;
  }

  synchronized Optional<Account> find(String id) {
    Kept kept = byUse.get(id);
    if (kept == null) {
      return Optional.empty();
    }
    if (nanoTime.getAsLong() - kept.sinceNanos >= lifetimeNanos) {
      byUse.remove(id);
      return Optional.empty();
    }
    return Optional.of(kept.account);
  }

  synchronized void put(Account account) {
    Kept before = byUse.get(account.id());
    if (before != null && before.account.version() > account.version()) {
      return;
    }
    byUse.put(account.id(), new Kept(account, nanoTime.getAsLong()));
    if (byUse.size() > capacity) {
      Iterator<String> leastRecentlyUsed = byUse.keySet().iterator();
      leastRecentlyUsed.next();
      leastRecentlyUsed.remove();
    }
  }

  synchronized void remove(String id) {
    byUse.remove(id);
  }
}
