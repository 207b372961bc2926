package loadgate.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.gates.RunVerdict;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.ScenarioGroups;
import loadgate.stats.RunStatistics;
import loadgate.stats.Timeline;

/**
 * The result of a finished run, from which its report files are written.
 *
 * @param verdict empty for a run without gates
 * @param timelines the course of every gated path
 * @param indicators for the files that follow Gatling's own report
 * @param told what ran, and where, by labels for people; empty for a bare log
 */
public record RunResult(
    RunStatistics statistics,
    Optional<RunVerdict> verdict,
    Map<List<String>, Timeline> timelines,
    Indicators indicators,
    Map<String, String> told) {

  /**
   * Reads a run's log. One whose completion broke off is read as if user types had their group
   * records.
   *
   * @param gates that the run is judged by
   * @throws loadgate.runlog.RunLogException if it is no run log or is damaged
   * @throws IOException if it cannot be read
   */
  public static RunResult read(Path log, Optional<Gates> gates, Indicators indicators)
      throws IOException {
    RunResultCollector asItIs = new RunResultCollector(gates);
    RunLogOutcome outcome = new RunLog(log).read(asItIs.listener());
    if (!LogCompletion.isMissingIn(asItIs.statistics(outcome))) {
      return asItIs.result(outcome, indicators);
    }
    RunResultCollector withGroups = new RunResultCollector(gates);
    RunLogListener listener = withGroups.listener();
    new RunLog(log).read(new RunLogListeners(List.of(listener, new ScenarioGroups(listener))));
    return withGroups.result(outcome, indicators);
  }

  /** The same, with what ran and where. */
  public RunResult told(Map<String, String> labelled) {
    return new RunResult(statistics, verdict, timelines, indicators, labelled);
  }
}
