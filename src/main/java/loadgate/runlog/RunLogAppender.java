package loadgate.runlog;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends records to a finished log. Nothing is written before the whole log has been read, because
 * a name that is new to the part read so far may come again with an index of Gatling's. Unless
 * {@link #commit} was reached, closing it leaves the log as it was.
 */
public final class RunLogAppender implements Closeable {

  private final Path file;
  private final RunLogRecords leftOver;
  private final long size;
  private RunLogWriter writer;
  private boolean committed;

  /**
   * @param leftOver records that belong behind those of the file: they are written first, and every
   *     reading has them
   * @throws IOException if the file cannot be read
   */
  public RunLogAppender(Path file, RunLogRecords leftOver) throws IOException {
    this.file = file;
    this.leftOver = leftOver;
    this.size = Files.size(file);
  }

  /**
   * Takes the records to add.
   *
   * @throws IllegalStateException before the log has been read to its end
   */
  public RunLogListener writer() {
    if (writer == null) {
      throw new IllegalStateException(file + " is written before all of it was read");
    }
    return writer;
  }

  /**
   * Reads the log as it was, from its first to its last record, then what was left over. It can be
   * read again, also while records are added.
   *
   * @throws RunLogException if it is no run log of a supported version or is damaged
   * @throws IOException if it cannot be read or breaks off in the middle of a record, or whatever
   *     the listener throws
   */
  public RunLogOutcome read(RunLogListener listener) throws IOException {
    try (InputStream in = new Beginning(Files.newInputStream(file), size)) {
      RecordParser parser = new RecordParser(new LogInput(in, file.toString()), listener);
      RunLogOutcome outcome = parser.parse();
      if (outcome.truncatedAt().isPresent()) {
        throw new IOException(file + " breaks off at byte " + outcome.truncatedAt().getAsLong());
      }
      leftOver.sendTo(listener);
      if (writer == null) {
        writer =
            RunLogWriter.continuing(
                Files.newOutputStream(file, StandardOpenOption.APPEND),
                outcome.header(),
                parser.strings());
        leftOver.sendTo(writer);
      }
      return outcome;
    }
  }

  /** Writes everything that was added to the file; the log has to have been read. */
  public void commit() throws IOException {
    writer.close();
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (committed || writer == null) {
      return;
    }
    try {
      writer.close();
    } finally {
      takeBack();
    }
  }

  /** Leaves the log as it was, also after {@link #commit}. */
  public void takeBack() throws IOException {
    try (FileChannel log = FileChannel.open(file, StandardOpenOption.WRITE)) {
      log.truncate(size);
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
