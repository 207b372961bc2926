package loadgate.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import loadgate.monitor.ResourceSample;
import loadgate.monitor.ResourcesCsv;

/**
 * Keeps what the monitor reads, and writes it into the run's folder while the run lasts: Gatling
 * makes that folder some time after the monitor has begun.
 */
final class ResourceLog {

  private final OwnRun run;

  private final List<ResourceSample> samples = new ArrayList<>();
  private Optional<ResourcesCsv> file = Optional.empty();
  private int written;
  private Optional<IOException> failure = Optional.empty();

  ResourceLog(OwnRun run) {
    this.run = run;
  }

  /** Takes the next sample. */
  synchronized void add(ResourceSample sample) {
    samples.add(sample);
    try {
      if (file.isEmpty()) {
        file = run.folder().map(folder -> new ResourcesCsv(folder.resolve(ResourcesCsv.FILE_NAME)));
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
