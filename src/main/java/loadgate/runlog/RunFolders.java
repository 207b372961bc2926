package loadgate.runlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the folder of a run among those of other runs.
 *
 * @param path which need not exist
 */
public record RunFolders(Path path) {

  // Gatling's clock counts from a reading of its own and drifts from the system's by milliseconds.
  private static final Duration CLOCK_DRIFT = Duration.ofSeconds(1);
  private static final Duration SLOW_START = Duration.ofSeconds(30);

  /**
   * The folder of one run, recognised by the header of its log and not by the newest name, so that
   * runs at the same time are not mixed up.
   *
   * @param ready when the run was about to start, which it did soon after
   * @return the one of that simulation whose start is nearest; empty when none is near
   */
  public Optional<Path> find(String simulationClass, Instant ready) throws IOException {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    Map<Path, Duration> distances = new HashMap<>();
    try (Stream<Path> folders = Files.list(path)) {
      for (Path folder : folders.toList()) {
        header(folder)
            .filter(header -> header.simulationClass().equals(simulationClass))
            .map(header -> Duration.between(ready, header.start()))
            .filter(delay -> delay.plus(CLOCK_DRIFT).compareTo(Duration.ZERO) >= 0)
            .filter(delay -> delay.compareTo(SLOW_START) <= 0)
            .ifPresent(delay -> distances.put(folder, delay.abs()));
      }
    }
    return distances.entrySet().stream().min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
  }

  private static Optional<RunHeader> header(Path folder) throws IOException {
    if (!Files.isRegularFile(folder.resolve(RunLog.FILE_NAME))) {
      return Optional.empty();
    }
    try {
      return Optional.of(RunLog.inFolder(folder).header());
    } catch (RunLogException e) {
      // A damaged or foreign log is not this run's.
      return Optional.empty();
    }
  }
}
