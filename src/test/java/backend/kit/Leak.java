package backend.kit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps more and more resident memory, until it is closed. It is not on the Java heap, whose
 * resident part grows in steps at collections and not with what is kept.
 */
public final class Leak implements AutoCloseable {

  private static final int CHUNKS_PER_MINUTE = 600;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "leak");
            thread.setDaemon(true);
            return thread;
          });

  private final List<ByteBuffer> kept = new ArrayList<>();
  private final int chunk;
  private boolean closed;

  /**
   * @param bytesPerMinute 0 for none
   */
  public Leak(long bytesPerMinute) {
    chunk = Math.toIntExact(bytesPerMinute / CHUNKS_PER_MINUTE);
    if (chunk > 0) {
      long every = TimeUnit.MINUTES.toMillis(1) / CHUNKS_PER_MINUTE;
      timer.scheduleAtFixedRate(this::keepMore, every, every, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void keepMore() {
    if (!closed) {
      // Resident at once, because it is filled with zeros.
      kept.add(ByteBuffer.allocateDirect(chunk));
    }
  }

  /** How much is kept at present. */
  synchronized long bytes() {
    return (long) kept.size() * chunk;
  }

  /** Keeps nothing any more; the next garbage collection frees it. */
  @Override
  public synchronized void close() {
    closed = true;
    kept.clear();
    timer.shutdown();
  }
}
