package loadgate.history;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the lines of runs in the histories beside their folders; reads each history once. */
public final class RecordedRuns {

  private final Map<Path, Map<String, HistoryEntry>> histories = new HashMap<>();

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
