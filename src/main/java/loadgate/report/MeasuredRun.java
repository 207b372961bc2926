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
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
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
public record MeasuredRun(
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
  public static MeasuredRun read(Path log, Optional<Gates> gates, Indicators indicators)
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
            new RunLog(log).read(new Listeners(List.of(collector, timelines, failures))));
    return new MeasuredRun(
        statistics,
        gates.map(all -> RunVerdict.of(all, statistics)),
        timelines.timelines(),
        failures.counts(),
        indicators);
  }

  private record Listeners(List<RunLogListener> all) implements RunLogListener {

    @Override
    public void header(RunHeader header) throws IOException {
      for (RunLogListener listener : all) {
        listener.header(header);
      }
    }

    @Override
    public void request(
        GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
        throws IOException {
      for (RunLogListener listener : all) {
        listener.request(groups, name, startMillis, endMillis, ok, message);
      }
    }

    @Override
    public void group(
        GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
        throws IOException {
      for (RunLogListener listener : all) {
        listener.group(path, startMillis, endMillis, cumulatedMillis, ok);
      }
    }

    @Override
    public void user(int scenario, boolean started, int atMillis) throws IOException {
      for (RunLogListener listener : all) {
        listener.user(scenario, started, atMillis);
      }
    }

    @Override
    public void error(String message, int atMillis) throws IOException {
      for (RunLogListener listener : all) {
        listener.error(message, atMillis);
      }
    }
  }
}
