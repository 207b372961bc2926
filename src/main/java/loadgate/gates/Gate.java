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

  /** Measures on the stages of a run are recorded under a name of their own. */
  static List<String> pathOfAllRequests(Measure measure) {
    return measure
        .stageMeasure()
        .map(recorded -> List.of(ALL_REQUESTS, recorded.title()))
        .orElse(List.of());
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
    return measure().direction().sign() + " " + text(limit.getAsDouble());
  }

  /** A value of this gate's measure with its unit. */
  public String text(double value) {
    return measure().unit().text(value);
  }

  /** Whether the value is within the limit (exclusive); without a limit every value is. */
  public boolean meets(double value, OptionalDouble limit) {
    return limit.stream().allMatch(l -> measure().direction().passes(value, l));
  }

  /** The Gatling assertions that must all hold; none when the gate only warns. */
  public List<Assertion> assertions() {
    if (settings.fail().isEmpty()) {
      return List.of();
    }
    return measure().assertions(measured(), settings.fail().getAsDouble(), settings.minSamples());
  }

  /**
   * Whether a count must be asserted beside the limit: Gatling takes an assertion on a group for
   * true when there are requests inside it and no execution of the group itself.
   */
  boolean needsCount() {
    return settings.fail().isPresent()
        && measure().metric().isEmpty()
        && measure().stageMeasure().isEmpty();
  }

  /** Asserts that something was recorded. */
  Assertion count() {
    return measured().allRequests().count().gte((long) settings.minSamples());
  }

  private Assertion.WithPath measured() {
    return path.isEmpty() ? global() : details(path.toArray(String[]::new));
  }
}
