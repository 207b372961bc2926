package loadgate.runlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder that holds the folders of runs.
 *
 * @param path which need not exist
 */
public record RunFolders(Path path) {

  /**
   * The folder of one run, recognised by the header of its log, so that runs at the same time are
   * never mixed up.
   *
   * @param earliest when the run may have started at the earliest, and {@code latest} at the latest
   * @return empty when there is none, or when there are several that fit equally
   */
  public Optional<Path> find(String simulationClass, Instant earliest, Instant latest)
      throws IOException {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    List<Path> found = new ArrayList<>();
    try (Stream<Path> folders = Files.list(path)) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        if (Files.exists(folder.resolve(RunLog.FILE_NAME))
            && fits(folder, simulationClass, earliest, latest)) {
          found.add(folder);
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static boolean fits(Path folder, String simulationClass, Instant earliest, Instant latest)
      throws IOException {
    try {
      RunHeader header = RunLog.inFolder(folder).header();
      return header.simulationClass().equals(simulationClass)
          && !header.start().isBefore(earliest)
          && !header.start().isAfter(latest);
    } catch (RunLogException e) {
      // A damaged or foreign log is not this run's.
      return false;
    }
  }
}
