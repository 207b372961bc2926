package loadgate.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import loadgate.gates.Gate;
import loadgate.gates.Gates;
import loadgate.gates.RunVerdict;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListeners;
import loadgate.stats.RunStatistics;
import loadgate.stats.StatisticsCollector;
import loadgate.stats.Timeline;

/**
 * A finished run: all that its record is written from.
 *
 * @param verdict empty for a run without gates
 * @param timelines the course of every gated path
 * @param failures of requests, the most frequent first
 * @param indicators for the files that follow Gatling's own report
 */
public record RunResult(
    RunStatistics statistics,
    Optional<RunVerdict> verdict,
    Map<List<String>, Timeline> timelines,
    List<FailureCount> failures,
    Indicators indicators) {

  /**
   * Reads a run's log, once.
   *
   * @param gates that the run is judged by
   * @throws loadgate.runlog.RunLogException if it is no run log or is damaged
   * @throws IOException if it cannot be read
   */
  public static RunResult read(Path log, Optional<Gates> gates, Indicators indicators)
      throws IOException {
    StatisticsCollector collector = new StatisticsCollector();
    PathTimelines timelines =
        new PathTimelines(
            gates.stream()
                .flatMap(all -> all.active().stream())
                .map(Gate::path)
                .filter(path -> !path.isEmpty())
                .collect(Collectors.toSet()));
    FailureCounter failures = new FailureCounter();
    RunStatistics statistics =
        collector.statistics(
            new RunLog(log).read(new RunLogListeners(List.of(collector, timelines, failures))));
    return new RunResult(
        statistics,
        gates.map(all -> RunVerdict.of(all, statistics)),
        timelines.timelines(),
        failures.counts(),
        indicators);
  }
}
