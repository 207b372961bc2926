package loadgate.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.GateResult;
import loadgate.gates.Gates;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.StageMeasure;
import loadgate.model.StageWindow;
import loadgate.model.StagedSamples;
import loadgate.report.StageTable;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;
import loadgate.stats.RunStatistics;
import loadgate.stats.StagesCollector;

/**
 * Computes the metrics of the whole run when the load has ended: the measures of its stages, and
 * what user types conclude. They are added to the log before Gatling reads it, as samples of
 * metrics, so that Gatling's own assertions judge them and its report shows them.
 */
final class DerivedMetrics {

  private final Gates gates;
  private final StagesCollector stages;
  private final Map<GroupPath, List<Metric.Sample>> samples = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param stages of the whole load
   */
  DerivedMetrics(List<StageWindow> stages, Gates gates) {
    this.gates = gates;
    this.stages = new StagesCollector(stages);
  }

  /** Has to hear the records of the log. */
  RunLogListener listener() {
    return stages;
  }

  /** Computes the metrics of a run whose log has been heard. */
  void compute(RunStatistics run, List<Conclusion> conclusions) {
    Stream.concat(gates.active().stream(), gates.observed().stream())
        .forEach(this::addStageMeasure);
    gates.active().stream()
        .filter(gate -> gate.measure().isRecorded())
        .forEach(gate -> addExactFigure(gate, run));
    conclude(run, conclusions);
  }

  /** Computes what the user types conclude, and nothing else. */
  void conclude(RunStatistics run, List<Conclusion> conclusions) {
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
    Optional<StageMeasure> measure = gate.measure().stageMeasure();
    if (measure.isPresent()) {
      valueOf(measure.get(), gate)
          .ifPresent(
              value ->
                  samples.put(
                      GroupPath.of(gate.path()),
                      List.of(Metric.Sample.value(recorded(value, gate)))));
    }
  }

  private OptionalDouble valueOf(StageMeasure measure, Gate gate) {
    if (gate.settings().userType().isEmpty()) {
      return measure.of(stages.all());
    }
    Optional<StagedSamples> requests = stages.of(gate.path().get(0));
    if (requests.isEmpty() && measure == StageMeasure.LONGEST_STALL) {
      // Who sends nothing, as a user type whose requests are all silent, waits for nothing.
      return OptionalDouble.of(0);
    }
    return requests.map(measure::of).orElse(OptionalDouble.empty());
  }

  /**
   * The figure that Gatling asserts. It stands there as often as it needs samples, or less often
   * when it has too few, because they are counted there too.
   */
  private void addExactFigure(Gate gate, RunStatistics run) {
    GateResult result = GateResult.of(gate, run);
    if (result.actual().isPresent()) {
      int needed = gate.settings().minSamples();
      int times = result.isConclusive() ? needed : (int) Math.min(result.samples(), needed - 1);
      samples.put(
          GroupPath.of(gate.assertedPath()),
          Collections.nCopies(
              times, Metric.Sample.value(recorded(result.actual().getAsDouble(), gate))));
    }
  }

  /** The nearest whole number of the measure's steps on the same side of the gate's limits. */
  private static long recorded(double value, Gate gate) {
    int steps = gate.measure().steps();
    double exact = value * steps;
    return LongStream.of(Math.round(exact), (long) Math.floor(exact), (long) Math.ceil(exact))
        .filter(whole -> sides(gate, (double) whole / steps).equals(sides(gate, value)))
        .findFirst()
        .orElse(Math.round(exact));
  }

  private static List<Boolean> sides(Gate gate, double value) {
    return Stream.of(gate.settings().fail(), gate.settings().warn())
        .flatMap(Optional::stream)
        .map(limit -> limit.passes(value))
        .toList();
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
