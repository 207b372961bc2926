package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import loadgate.report.RunResult;

/** Finds the lines of runs in the histories beside their folders; reads each history once. */
public final class RecordedRuns {

  private final Map<Path, Map<String, HistoryEntry>> histories = new HashMap<>();

  /**
   * Adds a run of which no settings are known to the history beside its folder.
   *
   * @param run with a verdict
   * @return the history
   * @throws IOException if the run has no verdict or is in the history already, or that cannot be
   *     read or written
   */
  public Path add(Path folder, RunResult run) throws IOException {
    if (run.verdict().isEmpty()) {
      throw new IOException(folder + ": a run without gates has no verdict for the history");
    }
    if (find(folder).isPresent()) {
      throw new IOException(folder + " is in the history already");
    }
    Path results = folder.toAbsolutePath().normalize().getParent();
    new HistoryFile(results)
        .append(HistoryEntry.of(RunOrigin.ofLog(run), OptionalInt.empty(), run, folder));
    return results.resolve(HistoryFile.FILE_NAME);
  }

  /**
   * @param folder of the run
   * @throws IOException if its history cannot be read
   */
  public Optional<HistoryEntry> find(Path folder) throws IOException {
    Path run = folder.toAbsolutePath().normalize();
    Path results = run.getParent();
    if (results == null) {
      return Optional.empty();
    }
    if (!histories.containsKey(results)) {
      Map<String, HistoryEntry> runs = new HashMap<>();
      new HistoryFile(results).read().runs().forEach(entry -> runs.put(entry.folder(), entry));
      histories.put(results, runs);
    }
    return Optional.ofNullable(histories.get(results).get(run.getFileName().toString()));
  }
}
