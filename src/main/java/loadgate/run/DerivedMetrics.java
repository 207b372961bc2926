package loadgate.run;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;
import loadgate.model.StageMeasure;
import loadgate.report.StageTable;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;
import loadgate.stats.RunStatistics;
import loadgate.stats.StageAnalysis;
import loadgate.stats.StageCourse;
import loadgate.stats.StageWindow;

/**
 * Metrics of the whole run, computed from its log when the load has ended: the measures of its
 * stages, and what user types conclude. They are added to the log before Gatling reads it, as
 * samples of metrics, so that Gatling's own assertions judge them and its report shows them.
 */
final class DerivedMetrics {

  private final Gates gates;
  private final StageAnalysis stages;
  private final Map<GroupPath, List<Metric.Sample>> samples = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  DerivedMetrics(LoadProfile profile, Gates gates) {
    this.gates = gates;
    this.stages = new StageAnalysis(windows(profile));
  }

  private static List<StageWindow> windows(LoadProfile profile) {
    List<StageWindow> windows = new ArrayList<>();
    Duration start = Duration.ZERO;
    double load = 0;
    for (Stage stage : profile.stages()) {
      Duration end = start.plus(stage.duration());
      windows.add(new StageWindow(stage.target(), start, start.plus(stage.change(load)), end));
      start = end;
      load = stage.target();
    }
    return windows;
  }

  /** Has to hear the records of the log. */
  RunLogListener listener() {
    return stages;
  }

  /** Computes the metrics of a run whose log has been heard. */
  void compute(RunStatistics run, List<Conclusion> conclusions) {
    Stream.concat(gates.active().stream(), gates.observed().stream())
        .forEach(this::addStageMeasure);
    conclusions.forEach(conclusion -> add(conclusion, run));
  }

  /** Adds the samples to a log, all of them at its last moment. */
  void writeTo(RunLogListener log) throws IOException {
    int end = lastMillis();
    for (Map.Entry<GroupPath, List<Metric.Sample>> metric : samples.entrySet()) {
      for (Metric.Sample sample : metric.getValue()) {
        log.group(metric.getKey(), end, end, sample.value(), sample.ok());
      }
    }
  }

  /** The latest time in the log, in milliseconds since the start of the run. */
  int lastMillis() {
    return stages.lastMillis();
  }

  /** What could not be found out, a line for each. */
  List<String> failures() {
    return failures;
  }

  /** The stages side by side. */
  StageTable stages() {
    return new StageTable(stages.all().stages());
  }

  private void addStageMeasure(Gate gate) {
    Optional<StageMeasure> figure = gate.measure().course();
    Optional<StageCourse> requests =
        gate.settings().userType().isEmpty()
            ? Optional.of(stages.all())
            : stages.of(gate.path().get(0));
    if (figure.isPresent() && requests.isPresent()) {
      value(figure.get(), requests.get())
          .ifPresent(
              value ->
                  samples.put(
                      GroupPath.of(gate.path()), List.of(Metric.Sample.value(whole(value, gate)))));
    }
  }

  /** The nearest whole number on the same side of the gate's limits. */
  private static long whole(double value, Gate gate) {
    long rounded = Math.round(value);
    for (OptionalDouble limit : List.of(gate.settings().fail(), gate.settings().warn())) {
      if (limit.isPresent() && gate.meets(value, limit) != gate.meets(rounded, limit)) {
        return (long) (gate.measure().upper() ? Math.floor(value) : Math.ceil(value));
      }
    }
    return rounded;
  }

  private static OptionalDouble value(StageMeasure figure, StageCourse requests) {
    return switch (figure) {
      case STEADY_THROUGHPUT -> requests.steadyThroughput();
      case FINAL_THROUGHPUT -> requests.finalThroughput();
      case SCALING_EFFICIENCY -> requests.scalingEfficiency();
      case FAILURE_DRIFT -> requests.failureDrift();
      case FINAL_P95_GROWTH -> requests.finalP95Growth();
    };
  }

  private void add(Conclusion conclusion, RunStatistics run) {
    try {
      for (DerivedMetric derived : conclusion.metrics().apply(run)) {
        samples.put(GroupPath.of(conclusion.title(), derived.metric().title()), derived.samples());
      }
    } catch (RuntimeException e) {
      // One type that cannot tell costs the others nothing.
      failures.add(
          "no metrics of the whole run of " + conclusion.userType() + ": " + e.getMessage());
    }
  }
}
