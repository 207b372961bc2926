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
 * @param evidence how far these carry the verdict
 * @param interval that holds the true value with 95 % confidence; of percentiles and shares alone
 * @param remark what else there is to say, such as which request was the worst
 */
public record GateResult(
    Gate gate,
    OptionalDouble actual,
    long samples,
    Evidence evidence,
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
    return result(
        gate,
        measured.stream().mapToDouble(gate.measure()::of).findFirst(),
        measured.map(Summary::count).orElse(0L),
        measured.map(samples -> Evidence.of(gate, samples)).orElse(Evidence.TOO_FEW),
        measured.flatMap(samples -> ConfidenceInterval.of(gate.measure(), samples)),
        remark);
  }

  /** The worst of all requests. */
  private static GateResult ofEachRequest(Gate gate, RunStatistics run) {
    return paths(PathKind.REQUEST, gate.path(), run).stream()
        .map(request -> ofOneOfMany(gate, request))
        .max(
            Comparator.comparing((GateResult request) -> request.verdict)
                .thenComparingDouble(request -> request.actual.orElseThrow())
                .thenComparingDouble(request -> request.interval.map(i -> i.high()).orElse(0.0)))
        .orElseGet(() -> ofSamples(gate, run));
  }

  /**
   * A request among others. Of many that are rare some look bad by chance, so that of a rare one
   * the low end of its interval is judged, which chance hardly ever puts beyond the limit.
   */
  private static GateResult ofOneOfMany(Gate gate, PathStatistics request) {
    Summary samples = request.summary();
    Optional<ConfidenceInterval> interval = ConfidenceInterval.of(gate.measure(), samples);
    String worst = "worst: " + request.name();
    if (interval.isPresent() && samples.count() < gate.settings().minSamples()) {
      return result(
          gate,
          OptionalDouble.of(interval.get().low()),
          samples.count(),
          Evidence.AT_LEAST,
          interval,
          Optional.of(
              gate.measure().isShare()
                  ? "%s, %s of %s failed".formatted(worst, samples.ko().count(), samples.count())
                  : "%s, of %s".formatted(worst, samples.count())));
    }
    return result(
        gate,
        OptionalDouble.of(gate.measure().of(samples)),
        samples.count(),
        Evidence.of(gate, samples),
        interval,
        Optional.of(worst));
  }

  private static GateResult result(
      Gate gate,
      OptionalDouble actual,
      long samples,
      Evidence evidence,
      Optional<ConfidenceInterval> interval,
      Optional<String> remark) {
    Verdict verdict = verdict(gate.settings(), actual, evidence != Evidence.TOO_FEW);
    return new GateResult(
        gate,
        actual,
        samples,
        evidence,
        interval,
        remark,
        gate.isOfTheInjector() ? verdict.ofTheInjector() : verdict);
  }

  /** Too few samples prove nothing in favour of the target, but never excuse what they show. */
  private static Verdict verdict(GateLimits limits, OptionalDouble actual, boolean enough) {
    if (breaks(limits.fail(), actual)) {
      return Verdict.FAIL;
    }
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
    String more = names.size() > NAMES ? " and %s more".formatted(names.size() - NAMES) : "";
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
    return value + evidence.remark();
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

  /** Whether there were enough samples for a verdict. */
  public boolean isConclusive() {
    return evidence != Evidence.TOO_FEW;
  }
}
