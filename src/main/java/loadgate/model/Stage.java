package loadgate.model;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * One stage of a load profile: the load changes from the target of the stage before to its own.
 *
 * @param target users in the closed model, arrivals per second in the open model; 0 or more
 * @param duration of the whole stage, the change included; above 0
 * @param changePerSecond how fast the load changes before it holds; without it, the change takes
 *     the whole stage
 */
public record Stage(double target, Duration duration, OptionalDouble changePerSecond) {

  /** How long the load changes before it holds, when it starts from the load given. */
  public Duration change(double from) {
    if (from == target) {
      return Duration.ZERO;
    }
    return changePerSecond.isPresent()
        ? Duration.ofNanos(
            Math.round(Math.abs(target - from) / changePerSecond.getAsDouble() * 1e9))
        : duration;
  }
}
