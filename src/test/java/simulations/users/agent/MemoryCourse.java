package simulations.users.agent;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongPredicate;

/** How the memory of a process went while it was watched. */
final class MemoryCourse {

  private static final int PARTS = 5;

  private record Reading(long nanos, double megabytes) {}

  private final Queue<Reading> readings = new ConcurrentLinkedQueue<>();

  /**
   * @param nanos of one clock for all readings, in their order
   * @param megabytes above 0
   */
  void add(long nanos, double megabytes) {
    readings.add(new Reading(nanos, megabytes));
  }

  /**
   * The mean of the last fifth of the time as a percentage of that of the first fifth; empty when
   * there are not two readings.
   */
  OptionalDouble growthPercent() {
    List<Reading> all = List.copyOf(readings);
    if (all.size() < 2) {
      return OptionalDouble.empty();
    }
    long start = all.get(0).nanos();
    long length = all.get(all.size() - 1).nanos() - start;
    double first = mean(all, nanos -> nanos - start <= length / PARTS);
    double last = mean(all, nanos -> nanos - start >= length - length / PARTS);
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
