package loadgate.runlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The run log that this process writes, as Linux tells it. */
public final class OpenLog {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  private OpenLog() {}

  /** Its folder; empty when none is open, or on other systems. */
  public static Optional<Path> folder() {
    if (!Files.isDirectory(OPEN_FILES)) {
      return Optional.empty();
    }
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      List<Path> logs =
          open.map(OpenLog::file)
              .flatMap(Optional::stream)
              .filter(file -> file.endsWith(RunLog.FILE_NAME))
              .toList();
      return logs.size() == 1 ? Optional.of(logs.get(0).getParent()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Files are closed while they are listed. */
  private static Optional<Path> file(Path descriptor) {
    try {
      return Optional.of(Files.readSymbolicLink(descriptor));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
