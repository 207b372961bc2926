package backend.counting;

import java.util.Arrays;

/** The last so many durations, for figures that need them all. */
public final class RecentValues {

  private static final int KEPT = 1_024;

  private final long[] nanos = new long[KEPT];
  private long recorded;

  /** Figures in milliseconds; all 0 when nothing was recorded. */
  public record Figures(double mean, double p50, double p95, double p99, double min, double max) {}

  public synchronized void record(long durationNanos) {
    nanos[(int) (recorded++ % KEPT)] = durationNanos;
  }

  public Figures figures() {
    long[] sorted = snapshot();
    Arrays.sort(sorted);
    return new Figures(
        Arrays.stream(sorted).average().orElse(0) / 1e6,
        percentile(sorted, 50),
        percentile(sorted, 95),
        percentile(sorted, 99),
        percentile(sorted, 0),
        percentile(sorted, 100));
  }

  private synchronized long[] snapshot() {
    return Arrays.copyOf(nanos, (int) Math.min(recorded, KEPT));
  }

  /** By nearest rank. */
  private static double percentile(long[] sorted, double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted.length == 0 ? 0 : sorted[Math.max(1, rank) - 1] / 1e6;
  }
}
