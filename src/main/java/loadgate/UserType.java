package loadgate;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Choice;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.ThinkTime;
import loadgate.settings.Options;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/**
 * What one kind of virtual user does: prepare (once, unrecorded), start, iterate, stop.
 *
 * <p>An implementation has a constructor without parameters and a name that ends in {@code User}:
 * {@code TaskMonitoringUser} is {@code task-monitoring} in the settings and {@code Task Monitoring}
 * in the report. Every request stands in a group of that name, one request per group execution, so
 * that the group's figures are those of all the user type's requests.
 */
public interface UserType {

  /** The name in the settings, made from the class name. */
  default String name() {
    return String.join("-", words()).toLowerCase(Locale.ROOT);
  }

  /** The name in the report, made from the class name. */
  default String title() {
    return String.join(" ", words());
  }

  private List<String> words() {
    return List.of(
        getClass().getSimpleName().replaceFirst("User$", "").split("(?<=[a-z0-9])(?=[A-Z])"));
  }

  /**
   * This user type as the settings want it, told under {@code loadgate.user-types} by its name.
   *
   * @throws loadgate.model.SettingsException for a key or a value that it does not take
   */
  default UserType configured(Options options) {
    options.only();
    return this;
  }

  /** Whether a user leaves after one iteration, instead of repeating it until its stage ends. */
  default boolean once() {
    return false;
  }

  /**
   * How long an iteration may take by rules of its own, such as time-outs longer than Gatling's;
   * the run waits that long for the last one.
   */
  default Duration longestIteration() {
    return Duration.ZERO;
  }

  /** The most requests that one iteration sends, for the ceiling of gates on throughput. */
  default int requestsPerIteration() {
    return 1;
  }

  /** The pause after every iteration. */
  default ThinkTime thinkTime() {
    return ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3));
  }

  /** What is recorded beside the requests; gates may use these names. */
  default List<Metric> metrics() {
    return List.of();
  }

  /** Tries, before the load, what the user type cannot do without. */
  default void preflight(Target target) {}

  /** Brings the target into a measurable state, for example fills its cache; not recorded. */
  default void prepare(Target target) {}

  /**
   * Figures on the whole run, asked for once when the load has ended: for example how far a counter
   * has gone since {@link #prepare} read it. They are recorded like samples of users.
   *
   * @param run all that was recorded so far
   * @throws loadgate.target.TargetException if the target does not say
   */
  default List<DerivedMetric> conclude(Target target, RunStatistics run) {
    return List.of();
  }

  /** What a user does once when it comes. */
  default ChainBuilder start() {
    return exec(session -> session);
  }

  /** What a user does again and again. */
  ChainBuilder iterate();

  /** What a user does once before it leaves. */
  default ChainBuilder stop() {
    return exec(session -> session);
  }

  /** A GET request; checks may be added to it. */
  default HttpRequestActionBuilder get(String name, String path) {
    return http(name).get(path);
  }

  /** A POST request with a JSON body; checks may be added to it. */
  default HttpRequestActionBuilder post(String name, String path, Function<Session, ?> body) {
    return http(name).post(path).body(JsonBody.of(body)).asJson();
  }

  /** The request, recorded under this user type. */
  default ChainBuilder request(HttpRequestActionBuilder request) {
    return group(title()).on(exec(request));
  }

  /** Records a sample of one of this user type's {@link #metrics()}. */
  default ActionBuilder record(Metric metric, Function<Session, Optional<Metric.Sample>> sample) {
    return metric.record(title(), sample);
  }

  /** Records several samples of one of this user type's {@link #metrics()}. */
  default ActionBuilder recordAll(Metric metric, Function<Session, List<Metric.Sample>> samples) {
    return metric.recordAll(title(), samples);
  }

  /** Each step only while none of those before it failed. */
  default ChainBuilder steps(Executable first, Executable... others) {
    ChainBuilder chain = exec(first);
    for (Executable step : others) {
      chain = chain.doIf(session -> !session.isFailed()).then(step);
    }
    return chain;
  }

  default Task task(double weight, HttpRequestActionBuilder request) {
    return new Task(weight, request(request));
  }

  default Task task(double weight, ChainBuilder chain) {
    return new Task(weight, chain);
  }

  /** One of the tasks, drawn by weight, anew at every execution. */
  default ChainBuilder weighted(Task... tasks) {
    double sum = Arrays.stream(tasks).mapToDouble(Task::weight).sum();
    List<Choice.WithWeight> choices =
        Arrays.stream(tasks)
            .map(task -> percent(100 * task.weight() / sum).then(task.chain()))
            .collect(Collectors.toList());
    return randomSwitch().on(choices);
  }
}
