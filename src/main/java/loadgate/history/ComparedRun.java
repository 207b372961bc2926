package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogOutcome;
import loadgate.stats.BlockBootstrap;
import loadgate.stats.BlockBootstrap.Spread;
import loadgate.stats.RequestPath;
import loadgate.stats.Summary;
import loadgate.stats.WindowedRun;

/**
 * A run that is compared with others.
 *
 * @param name as it was given
 * @param recorded its line in the history, if it has one
 * @param outcome how its log ended
 * @param seconds of load without the warm-up
 */
public record ComparedRun(
    String name,
    Optional<HistoryEntry> recorded,
    RunLogOutcome outcome,
    double seconds,
    Map<RequestPath, Figures> paths) {

  /**
   * Reads a run.
   *
   * @param warmUp from its first request on, which is left out
   * @param resampled whether it has to say by itself how its figures vary
   * @throws IOException if its log cannot be read or has no requests after the warm-up
   */
  public static ComparedRun read(
      Path given, RunLog log, Optional<HistoryEntry> recorded, Duration warmUp, boolean resampled)
      throws IOException {
    WindowedRun run = WindowedRun.read(log, warmUp);
    List<Summary> summaries = run.summaries();
    List<Optional<Spread>> spreads =
        resampled
            ? BlockBootstrap.spreads(run, ComparedMeasure.computations()).stream()
                .map(Optional::of)
                .toList()
            : summaries.stream().map(path -> Optional.<Spread>empty()).toList();
    Map<RequestPath, Figures> paths = new LinkedHashMap<>();
    for (int i = 0; i < summaries.size(); i++) {
      paths.put(run.paths().get(i), new Figures(summaries.get(i), spreads.get(i)));
    }
    return new ComparedRun(given.toString(), recorded, run.outcome(), run.seconds(), paths);
  }

  String simulation() {
    return outcome.header().simulationClass();
  }

  /** The name of its load profile; empty when the history does not know it. */
  Optional<String> profile() {
    return recorded.map(HistoryEntry::profile);
  }

  long requests() {
    return paths.get(RequestPath.ALL).summary().count();
  }

  /**
   * The figures of a path.
   *
   * @param spread how they vary within the run, if it was asked for
   */
  record Figures(Summary summary, Optional<Spread> spread) {}
}
