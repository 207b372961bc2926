package loadgate.runlog;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Reads a finished log once and appends records to it at the same time. Unless {@link #commit} was
 * reached, closing it leaves the log as it was.
 */
public final class RunLogAppender implements Closeable {

  private final Path file;
  private final long size;
  private final RunLogWriter writer;
  private boolean committed;

  /**
   * @throws IOException if the file cannot be read or written
   */
  public RunLogAppender(Path file) throws IOException {
    this.file = file;
    this.size = Files.size(file);
    OutputStream end = Files.newOutputStream(file, StandardOpenOption.APPEND);
    this.writer = new RunLogWriter(end);
  }

  /** Takes the records to add, from the moment on at which the listener has heard the header. */
  public RunLogListener writer() {
    return writer;
  }

  /**
   * Reads the log as it was, from its first to its last record.
   *
   * @throws RunLogException if it is no run log of a supported version or is damaged
   * @throws IOException if it cannot be read or breaks off in the middle of a record, or whatever
   *     the listener throws
   */
  public RunLogOutcome read(RunLogListener listener) throws IOException {
    try (InputStream in = new Beginning(Files.newInputStream(file), size)) {
      RunLogOutcome outcome =
          new RecordParser(
                  new LogInput(in, file.toString()),
                  new RunLogListeners(List.of(writer.knownStrings(), listener)))
              .parse();
      if (outcome.truncatedAt().isPresent()) {
        throw new IOException(file + " breaks off at byte " + outcome.truncatedAt().getAsLong());
      }
      return outcome;
    }
  }

  /**
   * Hands everything that was added over to the file, without committing to it.
   *
   * @return the size of the file
   */
  public long flush() throws IOException {
    writer.flush();
    return Files.size(file);
  }

  /** Writes everything that was added to the file. */
  public void commit() throws IOException {
    writer.close();
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (committed) {
      return;
    }
    try {
      writer.close();
    } finally {
      try (FileChannel log = FileChannel.open(file, StandardOpenOption.WRITE)) {
        log.truncate(size);
      }
    }
  }

  /** The first bytes of a file that grows. */
  private static final class Beginning extends FilterInputStream {

    private long left;

    Beginning(InputStream in, long bytes) {
      super(in);
      this.left = bytes;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = left == 0 ? -1 : in.read(bytes, offset, (int) Math.min(left, length));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
    }
  }
}
