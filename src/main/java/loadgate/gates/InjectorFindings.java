package loadgate.gates;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import loadgate.gates.MeasuredUserType.MeasuredMetric;
import loadgate.model.Limit;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;
import loadgate.stats.Summary;

/** What a log says of the load generator beside the figure of a gate on it, for people. */
final class InjectorFindings {

  private InjectorFindings() {}

  /** What was seen and what to do, if the gate is broken or could not be judged. */
  static Optional<String> of(Gate gate, RunStatistics run) {
    if (!gate.isOfTheInjector() || of(MeasuredResources.CPU, run).isEmpty()) {
      return Optional.empty();
    }
    boolean saturated = isOn(MeasuredResources.SATURATED, gate);
    Optional<Saturation> seconds = Saturation.of(run).filter(found -> saturated);
    Optional<String> unjudged =
        seconds.filter(found -> !found.isJudged()).map(InjectorFindings::unjudged);
    return unjudged.or(
        () -> isBroken(gate, run) ? Optional.of(seen(gate, seconds, run)) : Optional.empty());
  }

  private static boolean isOn(MeasuredMetric metric, Gate gate) {
    return gate.measure().metric().equals(Optional.of(metric.name()));
  }

  private static String unjudged(Saturation seconds) {
    return "not judged: %s s of load after the first %s s, in which a JVM warms up; it takes %s s"
        .formatted(seconds.judged(), Saturation.WARM_UP.toSeconds(), Saturation.LEAST_SECONDS);
  }

  private static boolean isBroken(Gate gate, RunStatistics run) {
    double actual = gate.measure().of(summary(gate.path(), run).orElseThrow());
    return Stream.of(gate.settings().fail(), gate.settings().warn())
        .flatMap(Optional::stream)
        .anyMatch((Limit limit) -> !limit.passes(actual));
  }

  private static String seen(Gate gate, Optional<Saturation> seconds, RunStatistics run) {
    String busy =
        seconds
            .map(
                found ->
                    "too busy in %s of %s s: timers late in %s, CPU full in %s, GC pauses long in %s; "
                        .formatted(
                            found.busy(),
                            found.judged(),
                            found.lag(),
                            found.cpu(),
                            found.gcPauses()))
            .orElse("");
    return "%sCPU of this process %s on average, of all others %s, stood still for %s at most; end"
            .formatted(
                busy,
                mean(MeasuredResources.CPU, run),
                mean(MeasuredResources.OTHERS_CPU, run),
                most(MeasuredResources.STALL, run))
        + " what else runs on this machine, send fewer users or use more injectors; the limit is"
        + " loadgate.gates.injector."
        + gate.measure().metric().orElseThrow();
  }

  private static String mean(MeasuredMetric metric, RunStatistics run) {
    return of(metric, run).map(found -> Math.round(found.mean()) + " %").orElse("unknown");
  }

  private static String most(MeasuredMetric metric, RunStatistics run) {
    return of(metric, run).map(found -> found.max() + " ms").orElse("unknown");
  }

  private static Optional<Summary> of(MeasuredMetric metric, RunStatistics run) {
    return summary(List.of(MeasuredResources.INJECTOR.group(), metric.title()), run);
  }

  private static Optional<Summary> summary(List<String> path, RunStatistics run) {
    return run.find(path).map(PathStatistics::summary);
  }
}
