package loadgate.load;

import java.time.Duration;
import java.util.List;

/**
 * A period in which one user type's load changes linearly, or stays constant when both ends are
 * equal.
 *
 * @param from users, or arrivals per second in the open model
 * @param to the same at the end of the step
 */
record InjectionStep(double from, double to, Duration duration) {

  double mean() {
    return (from + to) / 2;
  }

  /** The same in whole seconds and what is left of a second, as Gatling leaves fractions out. */
  List<InjectionStep> inWholeSeconds() {
    Duration whole = Duration.ofSeconds(duration.toSeconds());
    Duration rest = duration.minus(whole);
    if (whole.isZero() || rest.isZero()) {
      return List.of(this);
    }
    double between = from + (to - from) * whole.toMillis() / duration.toMillis();
    return List.of(new InjectionStep(from, between, whole), new InjectionStep(between, to, rest));
  }
}
