package loadgate.gates;

import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;

import io.gatling.javaapi.core.Assertion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.runlog.GroupPath;
import loadgate.runlog.NamedRequests;

/**
 * One target on one measure.
 *
 * @param path of groups and request in the report that is measured; empty for all requests
 */
public record Gate(GateLimits settings, List<String> path) {

  static final String ALL_REQUESTS = "All requests";

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

  /**
   * Where Gatling asserts the limit. That is where the samples are, or beside them the exact figure
   * that is recorded when the load has ended: Gatling's percentiles are estimates, and earlier runs
   * are unknown to it.
   */
  public List<String> assertedPath() {
    if (!measure().isRecorded()) {
      return path;
    }
    String figure = measure().recordedName();
    if (measure().isRegression()) {
      return recorded(path.subList(0, Math.min(1, path.size())), figure);
    }
    if (path.size() < 2 || measure().ofEach()) {
      return recorded(path, figure);
    }
    int last = path.size() - 1;
    return recorded(path.subList(0, last), path.get(last) + " " + figure);
  }

  private static List<String> recorded(List<String> groups, String name) {
    List<String> recorded = new ArrayList<>(groups.isEmpty() ? List.of(ALL_REQUESTS) : groups);
    recorded.add(name);
    return List.copyOf(recorded);
  }

  /** The requests that its path stands for, unless the log has them there by itself. */
  Optional<NamedRequests> namedRequests() {
    boolean ofAnyGroup = settings.userType().equals(Optional.of(MeasuredPaths.REQUESTS.name()));
    boolean ofGroups = settings.userType().equals(Optional.of(MeasuredPaths.GROUPS.name()));
    return settings
        .detail()
        .filter(name -> ofAnyGroup || !ofGroups && NamedRequests.mayBeSeveral(name))
        .map(
            name ->
                new NamedRequests(
                    ofAnyGroup ? Optional.empty() : Optional.of(path.get(0)),
                    name,
                    GroupPath.of(path)));
  }

  /** Whether it is on the target's process or on the load generator. */
  public boolean isOfResources() {
    return settings.userType().filter(MeasuredResources.NAMES::contains).isPresent();
  }

  /** Whether it is on the target's process. */
  public boolean isOfTheTarget() {
    return settings.userType().equals(Optional.of(MeasuredResources.TARGET.name()));
  }

  /** Whether it says if the figures of the run can be believed. */
  boolean isOfTheInjector() {
    return settings.userType().equals(Optional.of(MeasuredResources.INJECTOR.name()));
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

  /** A limit as people write it: {@code < 100 ms}, {@code >= 85 %}; nothing without one. */
  public String text(Optional<Limit> limit) {
    return limit.map(set -> set.sign() + " " + text(set.value())).orElse("");
  }

  /** A value of this gate's measure with its unit. */
  public String text(double value) {
    return measure().unit().text(value);
  }

  /** The Gatling assertion of the fail limit; none when the gate only warns. */
  public List<Assertion> assertions() {
    return settings.fail().stream()
        .map(fail -> measure().assertion(at(assertedPath()), fail))
        .toList();
  }

  /**
   * The fewest samples that may do. A percentile far within its limit needs only half of those that
   * are asked for.
   */
  public int leastSamples() {
    boolean half = measure().rank().isPresent() && !measure().ofEach();
    return half ? (settings.minSamples() + 1) / 2 : settings.minSamples();
  }

  /**
   * Asserts that there are enough samples. Without that, Gatling takes an assertion on a group for
   * true when there are requests inside it and no execution of the group itself. A figure that is
   * recorded stands there as often as its samples count for.
   */
  SampleCount sampleCount(boolean oneIsEnough) {
    return new SampleCount(assertedPath(), oneIsEnough ? 1 : settings.minSamples());
  }

  /** At least as many samples at a path. */
  record SampleCount(List<String> path, int least) {

    Assertion assertion() {
      return at(path).allRequests().count().gte((long) least);
    }
  }

  private static Assertion.WithPath at(List<String> path) {
    return path.isEmpty() ? global() : details(path.toArray(String[]::new));
  }
}
