package backend.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps more and more memory on the heap, until it is closed. */
public final class Leak implements AutoCloseable {

  private static final int CHUNKS_PER_MINUTE = 600;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "leak");
            thread.setDaemon(true);
            return thread;
          });

  private final List<byte[]> kept = new ArrayList<>();
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
      byte[] more = new byte[chunk];
      // Memory that nobody has written to is not resident.
      Arrays.fill(more, (byte) 1);
      kept.add(more);
    }
  }

  /** How much is kept at present. */
  synchronized long bytes() {
    return (long) kept.size() * chunk;
  }

  /** Frees all of it. */
  @Override
  public synchronized void close() {
    closed = true;
    kept.clear();
    timer.shutdown();
  }
}
