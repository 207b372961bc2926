package loadgate.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.gates.RunVerdict;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.stats.RunStatistics;
import loadgate.stats.StatisticsCollector;

/** Collects the result of a run while its log is read. */
public final class RunResultCollector {

  private final Optional<Gates> gates;
  private final StatisticsCollector statistics = new StatisticsCollector();
  private final PathTimelines timelines;

  /**
   * @param gates that the run is judged by
   */
  public RunResultCollector(Optional<Gates> gates) {
    this.gates = gates;
    this.timelines =
        new PathTimelines(
            gates.stream()
                .flatMap(RunResultCollector::charted)
                .map(Gate::path)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toSet()));
  }

  /** The gates, and what is read of target and load generator. */
  private static Stream<Gate> charted(Gates gates) {
    return Stream.concat(
        gates.active().stream(), gates.observed().stream().filter(Gate::isOfResources));
  }

  /** Has to hear the records of the log. */
  public RunLogListener listener() {
    return new RunLogListeners(List.of(statistics, timelines));
  }

  /** The statistics of all that was heard so far. */
  public RunStatistics statistics(RunLogOutcome outcome) {
    return statistics.statistics(outcome);
  }

  /** The result of all that was heard so far. */
  public RunResult result(RunLogOutcome outcome, Indicators indicators) {
    RunStatistics measured = statistics(outcome);
    return new RunResult(
        measured,
        gates.map(all -> RunVerdict.of(all, measured)),
        timelines.timelines(),
        indicators,
        Map.of());
  }
}
