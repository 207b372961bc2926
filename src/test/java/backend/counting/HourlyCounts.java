package backend.counting;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts events hour by hour and forgets them after a day. */
public final class HourlyCounts {

  private static final int HOURS = 24;
  private static final long NEVER = -1;

  private final Clock clock;
  private final long[] counts = new long[HOURS];

  /** Which hour since 1970 each count is of. */
  private final long[] hours = new long[HOURS];

  public HourlyCounts(Clock clock) {
    this.clock = clock;
    Arrays.fill(hours, NEVER);
  }

  /** Counts an event of now. */
  public synchronized void count() {
    long hour = thisHour();
    int slot = (int) (hour % HOURS);
    if (hours[slot] != hour) {
      hours[slot] = hour;
      counts[slot] = 0;
    }
    counts[slot]++;
  }

  /** Events of this hour and of the 23 before it. */
  public long ofLastDay() {
    return byHour().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Events by the beginning of their hour, the oldest first, without hours that had none. */
  public synchronized SortedMap<Instant, Long> byHour() {
    long hour = thisHour();
    SortedMap<Instant, Long> found = new TreeMap<>();
    for (int slot = 0; slot < HOURS; slot++) {
      if (hours[slot] > hour - HOURS) {
        found.put(Instant.EPOCH.plus(hours[slot], ChronoUnit.HOURS), counts[slot]);
      }
    }
    return found;
  }

  private long thisHour() {
    return clock.instant().getEpochSecond() / 3_600;
  }
}
