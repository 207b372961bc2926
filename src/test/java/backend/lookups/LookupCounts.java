package backend.lookups;

import backend.counting.RecentValues;
import java.util.concurrent.atomic.LongAdder;

/** How the lookups of one type of data went. */
final class LookupCounts {

  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private final LongAdder errors = new LongAdder();
  private final RecentValues latencies = new RecentValues();

  /** All of it; latencies are those of the last lookups. */
  record Figures(
      long hits, long misses, long errors, double hitRatePercent, RecentValues.Figures latencyMs) {}

  void hit(long nanos) {
    hits.increment();
    latencies.record(nanos);
  }

  void miss(long nanos) {
    misses.increment();
    latencies.record(nanos);
  }

  /** A miss that could not be made good. */
  void error() {
    errors.increment();
  }

  Figures figures() {
    return new Figures(
        hits.sum(),
        misses.sum(),
        errors.sum(),
        hitRatePercent(hits.sum(), misses.sum()),
        latencies.figures());
  }

  /** The share of hits in percent; 0 without any lookup. */
  static double hitRatePercent(long hits, long misses) {
    return hits + misses == 0 ? 0 : 100.0 * hits / (hits + misses);
  }
}
