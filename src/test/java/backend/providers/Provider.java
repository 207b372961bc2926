package backend.providers;

import backend.assets.AssetClass;
import backend.counting.HourlyCounts;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Somebody who is asked for market data, and how well that went so far. */
final class Provider {

  private final String name;
  private final Set<AssetClass> known;
  private final boolean up;
  private final HourlyCounts errors = new HourlyCounts(Clock.systemUTC());
  private final LongAdder calls = new LongAdder();
  private final LongAdder failedCalls = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final LongAdder checks = new LongAdder();
  private final LongAdder failedChecks = new LongAdder();

  /**
   * @param known classes of assets that it has data of
   * @param up whether it answers at all
   */
  Provider(String name, Set<AssetClass> known, boolean up) {
    this.name = name;
    this.known = Set.copyOf(known);
    this.up = up;
  }

  /**
   * How it is.
   *
   * @param uptimePercent share of the checks so far that it answered
   * @param successRate share of the calls so far that it answered, 0..1
   * @param lastCheck the check that this was made from
   */
  record Health(
      boolean isHealthy,
      double uptimePercent,
      double avgLatencyMs,
      double successRate,
      Instant lastCheck,
      @JsonProperty("error_count_24h") long errorCount24h) {}

  String name() {
    return name;
  }

  boolean knows(AssetClass assetClass) {
    return known.contains(assetClass);
  }

  /** Share of the calls so far that it answered, 0..1; 1 before the first. */
  double successRate() {
    long all = calls.sum();
    return all == 0 ? 1 : 1 - (double) failedCalls.sum() / all;
  }

  /**
   * Has it do the work.
   *
   * @throws ProviderDownException if it does not answer
   */
  <T> T ask(Supplier<T> work) {
    long start = System.nanoTime();
    calls.increment();
    try {
      if (!up) {
        failedCalls.increment();
        errors.count();
        throw new ProviderDownException(name);
      }
      return work.get();
    } finally {
      nanos.add(System.nanoTime() - start);
    }
  }

  /** Asks it for nothing, to see whether it answers. */
  Health check() {
    checks.increment();
    boolean healthy = answers();
    if (!healthy) {
      failedChecks.increment();
    }
    return new Health(
        healthy,
        100 * (1 - (double) failedChecks.sum() / checks.sum()),
        nanos.sum() / 1e6 / calls.sum(),
        successRate(),
        Instant.now(),
        errors.ofLastDay());
  }

  private boolean answers() {
    try {
      return ask(() -> true);
    } catch (ProviderDownException e) {
      return false;
    }
  }
}
