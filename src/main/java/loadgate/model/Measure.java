package loadgate.model;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Assertion.WithPath;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a gate's limits are set on: a {@link Statistic} of requests or of a metric, or a {@link
 * StageMeasure}.
 *
 * @param name as people read it: {@code p95}, {@code failure-rate}, {@code cache-hit-rate}, {@code
 *     memory max}
 * @param metric of the user type that is measured; empty for what is measured of requests
 * @param unit of limits and of what is measured
 * @param statistic of the samples at the gate's path
 * @param kind of what, and against what
 */
public record Measure(
    String name, Optional<String> metric, Unit unit, Statistic statistic, Kind kind) {

  /** What is measured, and what it is held against. */
  public enum Kind {
    /** All samples together, against a target. */
    PLAIN,
    /** Every request on its own, of which the worst counts, against a target. */
    OF_EACH,
    /** All samples together, against earlier runs. */
    REGRESSION
  }

  /** Comes after a measure that is held against earlier runs: {@code p95 regression}. */
  public static final String REGRESSION = " regression";

  /** Ends the name under which the exact figure of a measure is recorded. */
  public static final String EXACT = " (exact)";

  /** A log holds whole numbers only. */
  private static final int STEPS = 1_000;

  /** Comes before a measure of every request on its own: {@code each p95}. */
  public static final String EACH = "each";

  /** How many samples a response time or a rate needs, unless the settings say otherwise. */
  public static final int MIN_SAMPLES = 20;

  private static final String MARKER_RATE = "-marker-rate";

  /** Metrics that every user type has. */
  public static final String UNSENT = "unsent";

  public static final String USERS_STARTED = "users-started";

  public static final String USERS_FINISHED = "users-finished";

  /** Shares of users, whose names say so without the ending of a rate. */
  private static final Set<String> SHARES_OF_USERS = Set.of(USERS_STARTED, USERS_FINISHED);

  /** Metrics of the user, connection, address or name that fared worst. */
  private static final Set<String> OF_THE_WORST =
      Set.of("worst-user", "worst-connection", "worst-address", "silent-failures", "silence");

  public static final String FAILURE_RATE = "failure-rate";

  public static final String TYPICAL_TIME = "typical-time";

  /** Gates that are always on; a setting takes them away only with a reason. */
  private static final Set<String> GUARDED = Set.of(UNSENT, USERS_STARTED, USERS_FINISHED);

  public Measure(String name, Optional<String> metric, Unit unit, Statistic statistic) {
    this(name, metric, unit, statistic, Kind.PLAIN);
  }

  /** The name of the rate of looks that found a value of the metric. */
  public static String markerRate(String metric) {
    return metric + MARKER_RATE;
  }

  /** Whether it is the share of looks that found a value of some metric. */
  public boolean isMarkerRate() {
    return metric.isPresent() && name.endsWith(MARKER_RATE);
  }

  /** A measure of requests, or else a rate or a count that a user type records under that name. */
  public static Measure of(String name) {
    return Statistic.ofRequests(name)
        .map(statistic -> ofRequests(name, statistic))
        .or(() -> StageMeasure.named(name).map(StageMeasure::measure))
        .orElseGet(() -> ofMetric(name));
  }

  private static Measure ofRequests(String name, Statistic statistic) {
    return new Measure(
        name, Optional.empty(), statistic.unit().orElse(Unit.MILLISECONDS), statistic);
  }

  private static Measure ofMetric(String name) {
    boolean rate = name.endsWith("-rate") || SHARES_OF_USERS.contains(name);
    Statistic statistic = rate ? Statistic.HIT_RATE : Statistic.OCCURRENCES;
    return new Measure(name, Optional.of(name), statistic.unit().orElseThrow(), statistic);
  }

  /**
   * A statistic of the values that a user type records.
   *
   * @param statistic one that {@link #isStatisticOfValues}
   * @param unit of the values
   */
  public static Measure ofValues(String metric, String statistic, Unit unit) {
    return ofValues(metric, statistic, Statistic.ofValues(statistic).orElseThrow(), unit);
  }

  private static Measure ofValues(String metric, String name, Statistic statistic, Unit unit) {
    return new Measure(
        metric + " " + name, Optional.of(metric), statistic.unit().orElse(unit), statistic);
  }

  /**
   * The measure of every request on its own; the worst of them counts.
   *
   * @return empty unless it is one of response times or the failure rate
   */
  public static Optional<Measure> ofEach(String name) {
    return Statistic.ofRequests(name)
        .filter(statistic -> statistic.unit().isEmpty() || statistic == Statistic.FAILURE_RATE)
        .map(
            statistic ->
                new Measure(
                    EACH + " " + name,
                    Optional.empty(),
                    statistic.unit().orElse(Unit.MILLISECONDS),
                    statistic,
                    Kind.OF_EACH));
  }

  /** The typical response time of requests, on which there are no targets. */
  public static Measure typicalTime() {
    return ofRequests(TYPICAL_TIME, Statistic.TYPICAL_TIME);
  }

  /** The typical time of requests with these percentiles; all in milliseconds. */
  public static double typicalTime(double p50, double p95, double p99) {
    return Statistic.typicalTime(p50, p95, p99);
  }

  /** The same, held against earlier runs. */
  public Measure againstEarlierRuns() {
    return new Measure(name + REGRESSION, metric, unit, statistic, Kind.REGRESSION);
  }

  /** The measure of that name and unit. */
  public static Measure named(String name, Unit unit) {
    if (name.endsWith(REGRESSION)) {
      String plain = name.substring(0, name.length() - REGRESSION.length());
      return (plain.equals(TYPICAL_TIME) ? typicalTime() : named(plain, unit)).againstEarlierRuns();
    }
    if (name.startsWith(EACH + " ")) {
      return ofEach(name.substring(EACH.length() + 1)).orElseThrow();
    }
    int space = name.lastIndexOf(' ');
    if (space > 0 && isStatisticOfValues(name.substring(space + 1))) {
      return ofValues(name.substring(0, space), name.substring(space + 1), unit);
    }
    return Statistic.ofRequests(name).isEmpty() && isStatisticOfValues(name)
        ? ofUnnamedValues(Statistic.ofValues(name).orElseThrow(), unit)
        : of(name);
  }

  private static Measure ofUnnamedValues(Statistic statistic, Unit unit) {
    return new Measure(
        statistic.name(), Optional.empty(), statistic.unit().orElse(unit), statistic);
  }

  /**
   * What an assertion may be about that is not on a percentile. The log of a run has neither the
   * names of metrics nor the units of their values, so these are taken for counts.
   */
  public static List<Measure> asserted() {
    Stream<Measure> ofRequests =
        Statistic.OF_REQUESTS.stream().map(statistic -> ofRequests(statistic.name(), statistic));
    Stream<Measure> ofValues =
        Statistic.OF_VALUES.stream()
            .filter(statistic -> !Statistic.OF_REQUESTS.contains(statistic))
            .map(statistic -> ofUnnamedValues(statistic, Unit.COUNT));
    return Stream.of(ofRequests, ofValues, Stream.of(of("success-rate"), of("failures")))
        .flatMap(measures -> measures)
        .toList();
  }

  public static boolean isStatisticOfValues(String name) {
    return Statistic.ofValues(name).isPresent();
  }

  /** All names of measures on one request or more that are written in one word. */
  public static List<String> names() {
    return Stream.of(
            Stream.of("p50", "p95", "p99"),
            Statistic.OF_REQUESTS.stream().map(Statistic::name),
            StageMeasure.measures().stream().map(Measure::name))
        .flatMap(names -> names)
        .toList();
  }

  /** Measures of each request, for messages. */
  public static String namesOfEach() {
    return "percentiles such as p95, mean, max, failure-rate";
  }

  /** All names of measures on one request or more, for messages. */
  public static String namesOfRequests() {
    return "percentiles such as " + Statistic.examples(Statistic.OF_REQUESTS);
  }

  /** All names of statistics of values, for messages. */
  public static String namesOfValues() {
    return "percentiles such as " + examplesOfValues();
  }

  /** The names of statistics of values with one percentile: {@code p95, mean, max, min}. */
  public static String examplesOfValues() {
    return Statistic.examples(Statistic.OF_VALUES);
  }

  public Direction direction() {
    return statistic.direction();
  }

  /** Whether it is a statistic of values that a user type records. */
  public boolean isOfValues() {
    return metric.isPresent() && !isHitRate() && !isCount();
  }

  /** Whether it is the share of hits of a metric that a user type records. */
  public boolean isHitRate() {
    return statistic == Statistic.HIT_RATE;
  }

  /** Whether it is the number of occurrences that a user type records. */
  public boolean isCount() {
    return statistic == Statistic.OCCURRENCES;
  }

  /** The measure on the stages of the run that it is; empty for all others. */
  public Optional<StageMeasure> stageMeasure() {
    return metric.isPresent() ? Optional.empty() : StageMeasure.named(name);
  }

  /** Whether the gate on all requests or on every user type is always on. */
  public boolean isGuarded(boolean ofAllRequests) {
    return ofAllRequests ? name.equals(FAILURE_RATE) : GUARDED.contains(name);
  }

  /** Whether it is of one among many, of which there is nothing to say while it holds. */
  public boolean isOfTheWorst() {
    return metric.filter(OF_THE_WORST::contains).isPresent();
  }

  /** Whether it takes several samples, unless the settings say otherwise. */
  public boolean takesSeveralSamples() {
    return stageMeasure().isEmpty() && !statistic.isOfOneSample() && !isGuarded(false);
  }

  /**
   * The fewest samples that a gate may ask for. A percentile of fewer is their maximum; from p95 on
   * as many as are asked for without a setting.
   */
  public int fewestSamples() {
    OptionalDouble rank = rank();
    return rank.isPresent()
        ? (int) Math.min(MIN_SAMPLES, Math.ceil(100 / (100 - rank.getAsDouble())))
        : 1;
  }

  /** The rank of a percentile, in percent; empty for anything else. */
  public OptionalDouble rank() {
    return statistic.rank();
  }

  /** Whether it is a share in percent of samples that stand for more of their kind. */
  public boolean isShare() {
    return isHitRate() && !SHARES_OF_USERS.contains(name) || statistic == Statistic.FAILURE_RATE;
  }

  /** Whether every request is measured on its own. */
  public boolean ofEach() {
    return kind == Kind.OF_EACH;
  }

  /** Whether it is held against earlier runs. */
  public boolean isRegression() {
    return kind == Kind.REGRESSION;
  }

  /** Whether Gatling asserts a single sample that holds the exact figure. */
  public boolean isRecorded() {
    return kind != Kind.PLAIN || rank().isPresent();
  }

  /** Under which name that sample is recorded. */
  public String recordedName() {
    if (steps() > 1) {
      return "%s (%s%s)".formatted(name, 1.0 / STEPS, unit.suffix());
    }
    if (isRegression()) {
      return name;
    }
    return (ofEach() ? name : name.substring(name.lastIndexOf(' ') + 1)) + EXACT;
  }

  /** How many of the whole numbers that are recorded make one of the unit. */
  public int steps() {
    return kind != Kind.PLAIN && !statistic.isWhole() ? STEPS : 1;
  }

  /**
   * Reads a limit as the settings write it.
   *
   * @throws IllegalArgumentException that says what is allowed
   */
  public Limit limit(String written) {
    return Limit.read(written, direction(), unit, statistic.isWhole());
  }

  /** The value in its unit; 0 without any sample. */
  public double of(Samples samples) {
    return statistic.of(samples);
  }

  /**
   * The Gatling assertion that must hold.
   *
   * @param path of the requests or of the metric; of the recorded figure if it {@link #isRecorded}
   */
  public Assertion assertion(WithPath path, Limit limit) {
    return switch (kind) {
      case PLAIN -> statistic.assertion(path, limit);
      case OF_EACH, REGRESSION ->
          Statistic.ofOneSample(direction())
              .assertion(path, limit.withValue(Math.round(limit.value() * steps())));
    };
  }
}
