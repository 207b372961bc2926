package loadgate.monitor;

import java.util.OptionalDouble;

/** The share of CPU time that was used between two readings. */
final class CpuShare {

  private final int cores;
  private double lastSeconds = Double.NaN;
  private long lastNanos;

  CpuShare(int cores) {
    this.cores = cores;
  }

  /**
   * The share since the reading before in percent of all cores, 0..100; empty at the first reading
   * and when less was used in all than before, as by a process that was started anew.
   *
   * @param usedSeconds CPU time in all
   * @param atNanos of {@link System#nanoTime}
   */
  OptionalDouble percent(double usedSeconds, long atNanos) {
    double used = usedSeconds - lastSeconds;
    double passed = (atNanos - lastNanos) / 1e9;
    lastSeconds = usedSeconds;
    lastNanos = atNanos;
    return used >= 0 && passed > 0
        ? OptionalDouble.of(Math.min(100, 100 * used / passed / cores))
        : OptionalDouble.empty();
  }
}
