package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
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
import loadgate.model.StageMeasure;
import loadgate.model.StageWindow;
import loadgate.model.StagedSamples;
import loadgate.report.StageTable;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.RunLogWriter;
import loadgate.stats.RunStatistics;
import loadgate.stats.StagesCollector;
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
  private final StagesCollector stages;

  DerivedMetrics(LoadProfile profile, Gates gates) {
    this.gates = gates;
    this.stages = new StagesCollector(StageWindow.of(profile));
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
    RunLogOutcome outcome = new RunLog(log).read(new RunLogListeners(List.of(collector, stages)));
    RunStatistics run = collector.statistics(outcome);
    Stream.concat(gates.active().stream(), gates.observed().stream())
        .forEach(this::addStageMeasure);
    present.forEach(type -> addConclusion(type, target, run));
    try (RunLogWriter writer = RunLogWriter.append(log)) {
      for (Map.Entry<GroupPath, List<Metric.Sample>> figure : samples.entrySet()) {
        for (Metric.Sample sample : figure.getValue()) {
          int end = stages.lastMillis();
          writer.group(figure.getKey(), end, end, sample.value(), sample.ok());
        }
      }
    }
    return failures;
  }

  /** The stages side by side; asked for when the figures have been added. */
  StageTable stages() {
    return new StageTable(stages.all().stages());
  }

  private void addStageMeasure(Gate gate) {
    Optional<StagedSamples> requests =
        gate.settings().userType().isEmpty()
            ? Optional.of(stages.all())
            : stages.of(gate.path().get(0));
    for (StageMeasure measure : gate.measure().stageMeasure().stream().toList()) {
      requests
          .map(measure::of)
          .orElse(OptionalDouble.empty())
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
        return gate.measure().direction().round(value);
      }
    }
    return rounded;
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
