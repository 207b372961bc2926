package simulations.users.agent;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongPredicate;

/** Compares readings of memory at the end of a run with those at its start. */
final class MemoryGrowth {

  private static final int PARTS = 5;

  private record Reading(long nanos, double megabytes) {}

  private final Queue<Reading> readings = new ConcurrentLinkedQueue<>();

  /**
   * @param nanos when it was read, by one clock for all readings
   * @param megabytes above 0
   */
  void add(long nanos, double megabytes) {
    readings.add(new Reading(nanos, megabytes));
  }

  /**
   * The mean of the last fifth of the time as a percentage of that of the first fifth; empty with
   * fewer than two readings.
   */
  OptionalDouble percent() {
    List<Reading> all = List.copyOf(readings);
    if (all.size() < 2) {
      return OptionalDouble.empty();
    }
    long start = all.get(0).nanos();
    long end = all.get(all.size() - 1).nanos();
    long part = (end - start) / PARTS;
    double first = mean(all, nanos -> nanos <= start + part);
    double last = mean(all, nanos -> nanos >= end - part);
    return OptionalDouble.of(100 * last / first);
  }

  private static double mean(List<Reading> readings, LongPredicate time) {
    return readings.stream()
        .filter(reading -> time.test(reading.nanos()))
        .mapToDouble(Reading::megabytes)
        .average()
        .orElseThrow();
  }
}
