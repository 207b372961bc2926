package loadgate.runlog;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A {@code simulation.log} of Gatling 3.13.0 to 3.15.x. It is read in one pass and in constant
 * memory, apart from its distinct names.
 *
 * <p>A log that ends in the middle of a record, as after a crash, gives every record before it, and
 * {@link RunLogOutcome#truncatedAt()} says where. Anything else that cannot be right, and any other
 * version, is a {@link RunLogException} with the offset of the byte; what stands before it has
 * reached the listener by then.
 *
 * <p>Names outside Latin-1 are read as little-endian UTF-16: Gatling writes them in the byte order
 * of its machine, and the log does not say which that was.
 *
 * @param file the log itself, which need not exist yet
 */
public record RunLog(Path file) {

  /** The name that Gatling gives to the log in the folder of a run. */
  public static final String FILE_NAME = "simulation.log";

  public RunLog {
    requireNonNull(file, "file");
  }

  /** The log in the folder of a run. */
  public static RunLog inFolder(Path runFolder) {
    return new RunLog(runFolder.resolve(FILE_NAME));
  }

  /**
   * Reads the first record only, however long the log is.
   *
   * @throws RunLogException if the file is no run log of a supported version or ends inside its
   *     first record
   * @throws IOException if the file cannot be read
   */
  public RunHeader header() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new HeaderParser(input(in)).parse();
    }
  }

  /**
   * Reads the log from its first to its last record.
   *
   * @throws RunLogException if the file is no run log of a supported version or is damaged
   * @throws IOException if the file cannot be read, or whatever the listener throws
   */
  public RunLogOutcome read(RunLogListener listener) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in, listener);
    }
  }

  /**
   * Reads a log that is still being written, and keeps reading until the writer is done or this
   * thread is interrupted. It waits for a file that does not exist yet and for the rest of a record
   * that has been written in part.
   *
   * @param pollInterval how long to pause when the file has not grown
   * @param writerDone whether the writer has written its last byte; asked before each look at the
   *     file
   * @throws java.nio.file.NoSuchFileException if the writer is done and there is no file
   * @throws RunLogException if the file is no run log of a supported version or is damaged
   * @throws IOException if the file cannot be read, or whatever the listener throws
   */
  public RunLogOutcome follow(
      RunLogListener listener, Duration pollInterval, BooleanSupplier writerDone)
      throws IOException {
    try (InputStream in = GrowingFile.open(file, pollInterval, writerDone)) {
      return parse(in, listener);
    }
  }

  private RunLogOutcome parse(InputStream in, RunLogListener listener) throws IOException {
    return new RecordParser(input(in), listener).parse();
  }

  private LogInput input(InputStream in) {
    return new LogInput(in, file.toString());
  }
}
