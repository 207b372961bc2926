package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loadgate.monitor.ResourceSample;
import loadgate.monitor.ResourcesCsv;
import loadgate.runlog.RunFolders;

/**
 * Keeps what the monitor reads, and writes it into the run's folder while the run lasts: Gatling
 * makes that folder some time after the monitor has begun.
 */
final class ResourceLog {

  private final RunFolders folders;
  private final String simulation;
  private final Instant ready;

  private final List<ResourceSample> samples = new ArrayList<>();
  private Optional<ResourcesCsv> file = Optional.empty();
  private int written;
  private Optional<IOException> failure = Optional.empty();

  /**
   * @param results where the folders of runs are
   * @param simulation class name
   * @param ready when the run was about to start
   */
  ResourceLog(Path results, String simulation, Instant ready) {
    this.folders = new RunFolders(results);
    this.simulation = simulation;
    this.ready = ready;
  }

  /** Takes the next sample. */
  synchronized void add(ResourceSample sample) {
    samples.add(sample);
    try {
      if (file.isEmpty()) {
        file =
            folders
                .find(simulation, ready)
                .map(folder -> new ResourcesCsv(folder.resolve(ResourcesCsv.FILE_NAME)));
      }
      if (file.isPresent() && failure.isEmpty()) {
        file.get().append(samples.subList(written, samples.size()));
        written = samples.size();
      }
    } catch (IOException e) {
      // The rows would have a gap if later ones were written.
      failure = Optional.of(e);
    }
  }

  synchronized List<ResourceSample> samples() {
    return List.copyOf(samples);
  }

  /** Why the file is not whole. */
  synchronized Optional<String> failure() {
    return failure.map(e -> ResourcesCsv.FILE_NAME + " is not whole: " + e);
  }
}
