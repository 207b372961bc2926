package loadgate.model;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a user waits after an iteration: uniform between two bounds, and at least until its next
 * iteration is due.
 *
 * @param pace from the start of one iteration to the earliest start of the next
 */
public record ThinkTime(Duration least, Duration most, Duration pace) {

  public ThinkTime {
    if (least.isNegative() || most.compareTo(least) < 0 || pace.isNegative()) {
      throw new IllegalArgumentException(
          "a think time is from a shorter to a longer duration, not " + least + " to " + most);
    }
  }

  public static ThinkTime between(Duration least, Duration most) {
    return new ThinkTime(least, most, Duration.ZERO);
  }

  public static ThinkTime none() {
    return between(Duration.ZERO, Duration.ZERO);
  }

  /** The same, and an iteration starts at the earliest that long after the start of the last. */
  public ThinkTime withPace(Duration pace) {
    return new ThinkTime(least, most, pace);
  }

  /** Whether the next iteration follows the last one at once. */
  public boolean isNone() {
    return most.isZero() && pace.isZero();
  }

  /** How long to wait after an iteration that took as long as given. */
  public Duration after(Duration iteration) {
    long nanos = most.minus(least).toNanos();
    Duration thought =
        least.plusNanos(nanos == 0 ? 0 : ThreadLocalRandom.current().nextLong(nanos));
    return longer(thought, pace.minus(iteration));
  }

  /** The mean time from one iteration to the next when every answer is there at once. */
  public Duration mean() {
    return longer(least.plus(most).dividedBy(2), pace);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
