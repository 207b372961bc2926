package loadgate.gates;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.stats.ConfidenceInterval;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import loadgate.stats.Summary;

/**
 * The result of one gate: the measured value and the verdict.
 *
 * @param actual in the measure's unit; empty when nothing was recorded
 * @param samples how many requests or metric samples the figure is made of
 * @param interval that holds the true value with 95 % confidence; of percentiles and shares alone
 * @param remark what else there is to say, such as which request was the worst
 */
public record GateResult(
    Gate gate,
    OptionalDouble actual,
    long samples,
    Optional<ConfidenceInterval> interval,
    Optional<String> remark,
    Verdict verdict) {

  /** Most names that are told to who misspelt one. */
  private static final int NAMES = 20;

  /** What is recorded beside the groups of the simulation. */
  private static final Pattern OWN_GROUP =
      Pattern.compile(
          "^(All requests|Requests|Simulation|Target|Injector|Loadgate) / |"
              + Pattern.quote(Measure.EXACT)
              + "$");

  public static GateResult of(Gate gate, RunStatistics run) {
    return gate.measure().ofEach() ? ofEachRequest(gate, run) : ofSamples(gate, run);
  }

  private static GateResult ofSamples(Gate gate, RunStatistics run) {
    Optional<Summary> found =
        gate.path().isEmpty()
            ? Optional.of(run.global())
            : run.find(gate.path()).map(PathStatistics::summary);
    Optional<Summary> measured = found.filter(samples -> samples.count() > 0);
    Optional<String> remark =
        gate.settings()
            .off()
            .map(reason -> "off: " + reason)
            .or(
                () ->
                    measured.isPresent()
                        ? InjectorFindings.of(gate, run)
                        : otherRequests(gate, run));
    return result(gate, measured, measured.map(Summary::count).orElse(0L), remark);
  }

  /** The worst of all requests, and the samples of the rarest. */
  private static GateResult ofEachRequest(Gate gate, RunStatistics run) {
    List<PathStatistics> requests = paths(PathKind.REQUEST, gate.path(), run);
    Optional<PathStatistics> worst =
        requests.stream()
            .max(Comparator.comparingDouble(path -> gate.measure().of(path.summary())));
    long fewest = requests.stream().mapToLong(path -> path.summary().count()).min().orElse(0);
    return result(
        gate,
        worst.map(PathStatistics::summary),
        fewest,
        worst.map(request -> "worst: " + request.name()));
  }

  private static GateResult result(
      Gate gate, Optional<Summary> measured, long samples, Optional<String> remark) {
    OptionalDouble actual =
        measured.stream().mapToDouble(summary -> gate.measure().of(summary)).findFirst();
    return new GateResult(
        gate,
        actual,
        samples,
        measured.flatMap(summary -> ConfidenceInterval.of(gate.measure(), summary)),
        remark,
        gate.isOfTheInjector()
            ? verdict(gate.settings(), actual, samples).ofTheInjector()
            : verdict(gate.settings(), actual, samples));
  }

  /** Too few samples prove nothing in favour of the target, but never excuse what they show. */
  private static Verdict verdict(GateLimits limits, OptionalDouble actual, long samples) {
    if (breaks(limits.fail(), actual)) {
      return Verdict.FAIL;
    }
    boolean enough = samples >= limits.minSamples();
    if (limits.fail().isPresent() && !enough) {
      return Verdict.INCONCLUSIVE;
    }
    boolean warns = breaks(limits.warn(), actual) || limits.warn().isPresent() && !enough;
    return warns ? Verdict.WARN : Verdict.PASS;
  }

  /** What was not measured breaks every limit. */
  private static boolean breaks(Optional<Limit> limit, OptionalDouble actual) {
    return limit.isPresent() && (actual.isEmpty() || !limit.get().passes(actual.getAsDouble()));
  }

  private static List<PathStatistics> paths(PathKind kind, List<String> group, RunStatistics run) {
    return run.paths().stream()
        .filter(path -> path.kind() == kind)
        .filter(path -> path.path().size() > group.size())
        .filter(path -> path.path().subList(0, group.size()).equals(group))
        .toList();
  }

  /** Helps who misspelt the name of a request or group. */
  private static Optional<String> otherRequests(Gate gate, RunStatistics run) {
    if (gate.settings().detail().isEmpty()) {
      return Optional.empty();
    }
    boolean ofUserType = !MeasuredPaths.NAMES.contains(gate.settings().userType().orElseThrow());
    boolean ofGroups = gate.settings().userType().equals(Optional.of(MeasuredPaths.GROUPS.name()));
    PathKind kind = ofGroups ? PathKind.GROUP : PathKind.REQUEST;
    List<String> names =
        paths(kind, ofUserType ? gate.path().subList(0, 1) : List.of(), run).stream()
            .map(path -> ofGroups ? String.join(MeasuredPaths.SEPARATOR, path.path()) : path.name())
            .filter(name -> !OWN_GROUP.matcher(name).find())
            .distinct()
            .toList();
    String more = names.size() > NAMES ? " and %d more".formatted(names.size() - NAMES) : "";
    return Optional.of(
        "%s that occurred: %s"
            .formatted(
                ofGroups ? "groups" : "requests",
                names.isEmpty()
                    ? "none"
                    : String.join(", ", names.subList(0, Math.min(NAMES, names.size()))) + more));
  }

  /** The measured value for people. */
  public String actualText() {
    if (actual.isEmpty()) {
      return "not measured";
    }
    String value = gate.text(actual.getAsDouble());
    return measured() ? value : value + " (too few)";
  }

  /** The limit that the verdict is about, for people: the warn limit if that alone is broken. */
  public String limitText() {
    boolean warns = verdict == Verdict.WARN || gate.settings().fail().isEmpty();
    return gate.text(warns ? gate.settings().warn() : gate.settings().fail());
  }

  /** What earlier runs came to, for people; nothing when they set no limit. */
  public String baselineText() {
    OptionalDouble baseline = gate.settings().baseline();
    return baseline.isPresent() ? gate.text(baseline.getAsDouble()) : "";
  }

  /** Whether it is better than in earlier runs, by more than it may be worse. */
  boolean better() {
    OptionalDouble baseline = gate.settings().baseline();
    if (baseline.isEmpty() || actual.isEmpty()) {
      return false;
    }
    double limit = gate.settings().fail().orElseThrow().value();
    double allowed = limit - baseline.getAsDouble();
    double change = actual.getAsDouble() - baseline.getAsDouble();
    return Math.signum(change) == -Math.signum(allowed) && Math.abs(change) > Math.abs(allowed);
  }

  /** The interval for people: {@code 88 to 104 ms}; nothing without one. */
  public String intervalText() {
    return interval.map(found -> found.text(gate.measure().unit())).orElse("");
  }

  /** The verdict for people, with what makes it less sure. */
  public String verdictText() {
    return borderline() ? verdict.text() + ", borderline" : verdict.text();
  }

  /** Whether the true value may as well be on the other side of the fail limit. */
  public boolean borderline() {
    return gate.settings()
        .fail()
        .flatMap(limit -> interval.map(found -> found.contains(limit.value())))
        .orElse(false);
  }

  /** Whether there were as many samples as the gate asks for. */
  public boolean measured() {
    return actual.isPresent() && samples >= gate.settings().minSamples();
  }
}
