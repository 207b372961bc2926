package loadgate.model;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Assertion.WithPath;
import io.gatling.javaapi.core.Assertion.WithPathAndTarget;
import io.gatling.javaapi.core.Assertion.WithPathAndTimeMetric;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * What a Gatling assertion compares with a limit.
 *
 * @param target of the request, group or run that a path names
 * @param limit as the type that Gatling takes
 * @param whole whether Gatling takes whole limits only
 */
record AssertionTarget<T extends Number>(
    Function<WithPath, WithPathAndTarget<T>> target, DoubleFunction<T> limit, boolean whole) {

  /** A statistic of response times, or of the values of a metric. */
  static AssertionTarget<Integer> time(
      Function<WithPathAndTimeMetric, WithPathAndTarget<Integer>> statistic) {
    return new AssertionTarget<>(
        path -> statistic.apply(path.responseTime()), limit -> (int) limit, true);
  }

  static AssertionTarget<Long> count(Function<WithPath, WithPathAndTarget<Long>> target) {
    return new AssertionTarget<>(target, limit -> (long) limit, true);
  }

  /** A share in percent or a rate per second. */
  static AssertionTarget<Double> fraction(Function<WithPath, WithPathAndTarget<Double>> target) {
    return new AssertionTarget<>(target, limit -> limit, false);
  }

  /** Of what Gatling does not know, so that only a recorded figure can be asserted. */
  static AssertionTarget<Double> none() {
    return fraction(
        path -> {
          throw new IllegalStateException("Gatling has no such statistic");
        });
  }

  Assertion assertion(WithPath path, Limit demanded) {
    return demanded.assertion(target.apply(path), limit.apply(demanded.value()));
  }
}
