package loadgate.history;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An open file that is locked until it is closed: against other processes by a lock on the file,
 * against other threads by one of this process.
 */
final class LockedFile implements AutoCloseable {

  // A file lock belongs to the whole process. A second thread would not wait for it but get an
  // OverlappingFileLockException, whichever object it came through.
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  private static final long POLL_MILLIS = 20;

  private static final int BLOCK = 1 << 16;

  private final FileChannel channel;

  private LockedFile(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits until no other process has the file open; creates it if it is missing. */
  static LockedFile toAppend(Path path, Duration patience) throws IOException {
    return open(
        path,
        patience,
        false,
        StandardOpenOption.CREATE,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE);
  }

  /** Waits until no process appends; other processes may read. */
  static LockedFile toRead(Path path, Duration patience) throws IOException {
    return open(path, patience, true, StandardOpenOption.READ);
  }

  private static LockedFile open(
      Path path, Duration patience, boolean shared, StandardOpenOption... options)
      throws IOException {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      if (!THIS_PROCESS.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        throw locked(path, patience);
      }
      try {
        FileChannel channel = FileChannel.open(path, options);
        try {
          while (channel.tryLock(0, Long.MAX_VALUE, shared) == null) {
            if (System.nanoTime() - deadline > 0) {
              throw locked(path, patience);
            }
            Thread.sleep(POLL_MILLIS);
          }
          return new LockedFile(channel);
        } catch (IOException | RuntimeException | InterruptedException e) {
          channel.close();
          throw e;
        }
      } catch (IOException | RuntimeException | InterruptedException e) {
        THIS_PROCESS.unlock();
        throw e;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + path);
    }
  }

  private static IOException locked(Path path, Duration patience) {
    return new IOException(
        "another process has locked %s for more than %s s".formatted(path, patience.toSeconds()));
  }

  byte[] content() throws IOException {
    return Channels.newInputStream(channel.position(0)).readAllBytes();
  }

  /**
   * The end of the file.
   *
   * @param content of the last lines
   * @param linesBefore how many lines come before them
   */
  record Tail(byte[] content, long linesBefore) {}

  /** The last lines, without reading more into memory than these. */
  Tail tail(int lines) throws IOException {
    long start = startOfLast(lines);
    byte[] content = Channels.newInputStream(channel.position(start)).readAllBytes();
    return new Tail(content, lineEnds(start));
  }

  /** Reads backwards, block by block. */
  private long startOfLast(int lines) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    int found = 0;
    long to = channel.size();
    // The end of the last line is not the end of the one before.
    for (long end = Math.max(0, to - 1); end > 0; end -= block.limit()) {
      read(block, Math.max(0, end - BLOCK), end);
      for (int i = block.limit() - 1; i >= 0; i--) {
        if (block.get(i) == '\n' && ++found == lines) {
          return end - block.limit() + i + 1;
        }
      }
    }
    return 0;
  }

  private long lineEnds(long before) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long ends = 0;
    for (long from = 0; from < before; from += block.limit()) {
      read(block, from, Math.min(before, from + BLOCK));
      ends += lineEnds(block.array(), block.limit());
    }
    return ends;
  }

  /** In the array, which is several times faster than through the buffer; files can be large. */
  private static int lineEnds(byte[] block, int length) {
    int ends = 0;
    for (int i = 0; i < length; i++) {
      ends += block[i] == '\n' ? 1 : 0;
    }
    return ends;
  }

  private void read(ByteBuffer block, long from, long to) throws IOException {
    block.clear().limit((int) (to - from));
    while (block.hasRemaining() && channel.read(block, from + block.position()) >= 0) {
      // Until it is full.
    }
    block.flip();
  }

  /** Replaces all there is; when that fails, a copy of what was there stays beside the file. */
  void replace(Path path, byte[] content) throws IOException {
    Path copy = path.resolveSibling(path.getFileName() + ".before");
    Files.write(copy, content());
    channel.truncate(0);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    channel.position(0);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(true);
    Files.delete(copy);
  }

  /**
   * Adds one line, which must not contain a line break. A last line without an end, as a crash may
   * leave it, gets one first. When the line cannot be written whole, nothing of it stays.
   */
  void appendLine(byte[] line) throws IOException {
    long end = channel.size();
    boolean unfinished = end > 0 && lastByte(end) != '\n';
    ByteBuffer bytes = ByteBuffer.allocate(line.length + 2);
    if (unfinished) {
      bytes.put((byte) '\n');
    }
    bytes.put(line).put((byte) '\n').flip();
    try {
      channel.position(end);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    } catch (IOException e) {
      channel.truncate(end);
      throw e;
    }
  }

  private byte lastByte(long end) throws IOException {
    ByteBuffer last = ByteBuffer.allocate(1);
    channel.read(last, end - 1);
    return last.get(0);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      THIS_PROCESS.unlock();
    }
  }
}
