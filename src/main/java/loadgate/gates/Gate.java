package loadgate.gates;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Assertion;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.GateLimits;
import loadgate.model.Measure;

/**
 * One target on one measure.
 *
 * @param path of groups and request in the report that is measured; empty for all requests
 */
public record Gate(GateLimits settings, List<String> path) {

  private static final String ALL_REQUESTS = "All requests";

  public Gate {
    path = List.copyOf(path);
  }

  /** A measure of all requests that is shown without being judged. */
  static Gate ofAllRequests(Measure measure) {
    return new Gate(GateLimits.unlimited(Optional.empty(), measure), pathOfAllRequests(measure));
  }

  /** Figures on the course of a run are recorded under a name of their own. */
  static List<String> pathOfAllRequests(Measure measure) {
    return measure.course().map(course -> List.of(ALL_REQUESTS, course.title())).orElse(List.of());
  }

  public Measure measure() {
    return settings.measure();
  }

  /** What is measured: {@code Health p95}, {@code all requests failure-rate}. */
  public String title() {
    String scope =
        settings
            .userType()
            .map(type -> type + settings.detail().map(name -> " / " + name).orElse(""))
            .orElse("all requests");
    return scope + " " + measure().name();
  }

  /** A limit as people write it: {@code < 100 ms}, {@code > 85 %}. */
  public String text(OptionalDouble limit) {
    if (limit.isEmpty()) {
      return "";
    }
    return (measure().upper() ? "< " : "> ") + text(limit.getAsDouble());
  }

  /** A value of this gate's measure with its unit. */
  public String text(double value) {
    return measure().unit().text(value);
  }

  /**
   * Whether the value is on the right side of the limit, which itself is on the wrong one; any
   * value is where there is no limit.
   */
  public boolean meets(double value, OptionalDouble limit) {
    return limit.stream().allMatch(l -> measure().upper() ? value < l : value > l);
  }

  /** The Gatling assertions that must all hold; none when the gate only warns. */
  public List<Assertion> assertions() {
    if (settings.fail().isEmpty()) {
      return List.of();
    }
    double fail = settings.fail().getAsDouble();
    Assertion.WithPath measured = measured();
    return switch (measure().kind()) {
      case PERCENTILE ->
          List.of(measured.responseTime().percentile(measure().rank()).lt((int) fail));
      case MEAN -> List.of(measured.responseTime().mean().lt((int) fail));
      case MIN -> List.of(measured.responseTime().min().gt((int) fail));
      case COURSE ->
          List.of(
              measure().upper()
                  ? measured.responseTime().max().lt((int) fail)
                  : measured.responseTime().min().gt((int) fail));
      case MAX -> List.of(measured.responseTime().max().lt((int) fail));
      case FAILURE_RATE -> List.of(measured.failedRequests().percent().lt(fail));
      case THROUGHPUT -> List.of(measured.requestsPerSec().gt(fail));
      case METRIC_COUNT -> List.of(measured.failedRequests().count().lt((long) fail));
      case METRIC_RATE ->
          List.of(
              measured.successfulRequests().percent().gt(fail),
              measured.allRequests().count().gte((long) settings.minSamples()));
    };
  }

  /**
   * Whether a count must be asserted beside the limit: Gatling takes an assertion on a group for
   * true when there are requests inside it and no execution of the group itself.
   */
  boolean needsCount() {
    return settings.fail().isPresent()
        && measure().metric().isEmpty()
        && measure().course().isEmpty();
  }

  /** Asserts that something was recorded. */
  Assertion count() {
    return measured().allRequests().count().gte((long) settings.minSamples());
  }

  private Assertion.WithPath measured() {
    return path.isEmpty() ? global() : details(path.toArray(String[]::new));
  }
}
