package loadgate.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import loadgate.runlog.OpenLog;
import loadgate.runlog.RunFolders;

/**
 * Finds the folder of the run of this process, among those of runs of the same simulation that may
 * have started in the same moment.
 */
public final class OwnRun {

  private final Path results;
  private final String simulation;
  private volatile Instant ready = Instant.MAX;
  private volatile boolean hasLog;
  private volatile Optional<Path> opened = Optional.empty();

  /**
   * @param results where the folders of runs are expected
   * @param simulation class name
   */
  public OwnRun(Path results, String simulation) {
    this.results = results;
    this.simulation = simulation;
  }

  /** The run is about to start. */
  public void ready() {
    ready = Instant.now();
  }

  /** Gatling has opened the log. */
  public void logOpened() {
    look();
    hasLog = true;
  }

  private void look() {
    if (opened.isEmpty()) {
      opened = OpenLog.folder();
    }
  }

  /**
   * The folder whose log this process opened; where the system does not tell, the one of this
   * simulation whose start is nearest. Empty before there is a log.
   */
  Optional<Path> folder() throws IOException {
    look();
    if (opened.isPresent()) {
      return opened.filter(Files::isDirectory);
    }
    return hasLog ? new RunFolders(results).find(simulation, ready) : Optional.empty();
  }

  /** Where Gatling writes to, as far as is known. */
  Path results() {
    return opened.map(Path::getParent).orElse(results);
  }
}
