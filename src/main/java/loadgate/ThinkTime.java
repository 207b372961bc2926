package loadgate;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a user waits after an iteration: uniform between both bounds. */
public record ThinkTime(Duration least, Duration most) {

  public static ThinkTime between(Duration least, Duration most) {
    return new ThinkTime(least, most);
  }

  Duration draw() {
    long nanos = most.minus(least).toNanos();
    return least.plusNanos(nanos == 0 ? 0 : ThreadLocalRandom.current().nextLong(nanos));
  }
}
