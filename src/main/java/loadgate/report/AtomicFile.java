package loadgate.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files atomically. */
public final class AtomicFile {

  private AtomicFile() {}

  /** Writes a file anew, at once: until all of it is on the disk, the one before stays. */
  public static void write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".tmp");
    try {
      // Half of a surrogate pair, which a run log may have, becomes a question mark.
      Files.write(unfinished, content.getBytes(StandardCharsets.UTF_8));
      // A temporary file is for its owner alone; what Gatling writes beside it is not.
      unfinished.toFile().setReadable(true, false);
      Files.move(
          unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
