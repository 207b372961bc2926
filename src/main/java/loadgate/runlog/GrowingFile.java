package loadgate.runlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A file that another process is still writing: its end is only reached once the writer is done.
 */
final class GrowingFile extends InputStream {

  private final InputStream file;
  private final Duration pollInterval;
  private final BooleanSupplier writerDone;

  private GrowingFile(InputStream file, Duration pollInterval, BooleanSupplier writerDone) {
    this.file = file;
    this.pollInterval = pollInterval;
    this.writerDone = writerDone;
  }

  /** Waits until the file exists. */
  static GrowingFile open(Path path, Duration pollInterval, BooleanSupplier writerDone)
      throws IOException {
    while (true) {
      boolean lastTry = writerDone.getAsBoolean();
      try {
        return new GrowingFile(Files.newInputStream(path), pollInterval, writerDone);
      } catch (NoSuchFileException e) {
        if (lastTry || interruptedWhilePausing(pollInterval)) {
          throw e;
        }
      }
    }
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (true) {
      // Asked before the read: what was written until the writer was done is still read after it.
      boolean lastRead = writerDone.getAsBoolean();
      int read = file.read(bytes, offset, length);
      if (read != -1 || lastRead || interruptedWhilePausing(pollInterval)) {
        return read;
      }
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == -1 ? -1 : one[0] & 0xFF;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static boolean interruptedWhilePausing(Duration pollInterval) {
    try {
      Thread.sleep(pollInterval.toMillis());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
