package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import loadgate.UserType;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;
import loadgate.model.StageMeasure;
import loadgate.report.StageTable;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import loadgate.stats.StageAnalysis;
import loadgate.stats.StageCourse;
import loadgate.stats.StageWindow;
import loadgate.stats.StatisticsCollector;
import loadgate.target.Target;

/**
 * Figures on a whole run, which nobody can record while it lasts: its course from stage to stage,
 * and what user types conclude. They are added to the complete run log before Gatling reads it, as
 * samples of metrics, so that Gatling's own assertions judge them and its report shows them.
 */
final class DerivedMetrics {

  private final Gates gates;
  private final Map<GroupPath, List<Metric.Sample>> samples = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private final StageAnalysis course;

  DerivedMetrics(LoadProfile profile, Gates gates) {
    this.gates = gates;
    this.course = new StageAnalysis(spans(profile));
  }

  private static List<StageWindow> spans(LoadProfile profile) {
    List<StageWindow> spans = new ArrayList<>();
    Duration start = Duration.ZERO;
    double load = 0;
    for (Stage stage : profile.stages()) {
      Duration end = start.plus(stage.duration());
      spans.add(new StageWindow(stage.target(), start, start.plus(stage.change(load)), end));
      start = end;
      load = stage.target();
    }
    return spans;
  }

  /**
   * Computes the figures and adds them to the log.
   *
   * @param present the user types that had users
   * @return what could not be found out, a line for each
   * @throws IOException if the log cannot be read or written
   */
  List<String> addTo(Path log, List<UserType> present, Target target) throws IOException {
    StatisticsCollector collector = new StatisticsCollector();
    RunLogOutcome outcome = new RunLog(log).read(new RunLogListeners(List.of(collector, course)));
    RunStatistics run = collector.statistics(outcome);
    Stream.concat(gates.active().stream(), gates.observed().stream()).forEach(this::addCourse);
    present.forEach(type -> addConclusion(type, target, run));
    try (RunLogWriter writer = RunLogWriter.append(log)) {
      for (Map.Entry<GroupPath, List<Metric.Sample>> figure : samples.entrySet()) {
        for (Metric.Sample sample : figure.getValue()) {
          int end = course.lastMillis();
          writer.group(figure.getKey(), end, end, sample.value(), sample.ok());
        }
      }
    }
    return failures;
  }

  /** The stages side by side; asked for when the figures have been added. */
  StageTable stages() {
    return new StageTable(course.all().stages());
  }

  private void addCourse(Gate gate) {
    Optional<StageMeasure> figure = gate.measure().course();
    Optional<StageCourse> requests =
        gate.settings().userType().isEmpty()
            ? Optional.of(course.all())
            : course.of(gate.path().get(0));
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

  private void addConclusion(UserType type, Target target, RunStatistics run) {
    try {
      for (DerivedMetric figure : type.conclude(target, run)) {
        samples.put(GroupPath.of(type.title(), figure.metric().title()), figure.samples());
      }
    } catch (RuntimeException e) {
      // One type that cannot tell costs the others nothing.
      failures.add("no figures of " + type.name() + " on the whole run: " + e.getMessage());
    }
  }
}
