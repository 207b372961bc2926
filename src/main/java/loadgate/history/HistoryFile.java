package loadgate.history;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * {@code history.jsonl}: one line of JSON per run. Several processes and threads may use it at the
 * same time.
 */
public final class HistoryFile {

  public static final String FILE_NAME = "history.jsonl";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path path;
  private final Duration patience;

  /**
   * @param results the folder of the runs' folders; it need not exist yet
   */
  public HistoryFile(Path results) {
    this(results, PATIENCE);
  }

  /**
   * @param patience how long to wait for others that use the file
   */
  public HistoryFile(Path results, Duration patience) {
    this.path = results.resolve(FILE_NAME);
    this.patience = patience;
  }

  /**
   * Adds a run; the lines before it, damaged ones included, stay as they are.
   *
   * @throws IOException if it cannot be written, or others do not let go of it
   */
  public void append(HistoryEntry run) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    try (LockedFile file = LockedFile.toAppend(path, patience)) {
      file.appendLine(HistoryLine.of(run));
    }
  }

  /** Reads every line; a file that does not exist holds none. */
  public History read() throws IOException {
    return readNewest(Integer.MAX_VALUE, history -> history);
  }

  /**
   * Reads the newest lines alone, and shows them to a reader before anything can be added to it.
   * What several processes make of it in their readers therefore never goes back in time.
   *
   * @return what the reader makes of them
   */
  public <T> T readNewest(int lines, Reader<T> reader) throws IOException {
    if (!Files.exists(path)) {
      return reader.read(History.EMPTY);
    }
    try (LockedFile file = LockedFile.toRead(path, patience)) {
      LockedFile.Tail newest = file.tail(lines);
      return reader.read(History.of(newest.content(), newest.linesBefore()));
    }
  }

  /**
   * Adds a run in place of what was said of it before.
   *
   * @throws IOException as {@link #append}
   */
  public void replace(HistoryEntry run) throws IOException {
    remove(other -> other.folder().equals(run.folder()));
    append(run);
  }

  /**
   * Removes the runs that began before that time. Damaged lines and all others stay as they are.
   *
   * @return how many were removed
   */
  public int prune(Instant before) throws IOException {
    return remove(run -> run.time().isBefore(before));
  }

  private int remove(Predicate<HistoryEntry> runs) throws IOException {
    if (!Files.exists(path)) {
      return 0;
    }
    try (LockedFile file = LockedFile.toAppend(path, patience)) {
      byte[] content = file.content();
      ByteArrayOutputStream kept = new ByteArrayOutputStream(content.length);
      int removed = 0;
      for (byte[] line : HistoryLine.split(content)) {
        if (isAmong(runs, line)) {
          removed++;
        } else {
          kept.writeBytes(line);
          kept.write('\n');
        }
      }
      if (removed > 0) {
        file.replace(path, kept.toByteArray());
      }
      return removed;
    }
  }

  private static boolean isAmong(Predicate<HistoryEntry> runs, byte[] line) {
    try {
      return !HistoryLine.isBlank(line) && runs.test(HistoryLine.read(line));
    } catch (DamagedLineException e) {
      return false;
    }
  }

  /** Makes something of a history while it cannot change. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(History history) throws IOException;
  }
}
