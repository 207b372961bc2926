package loadgate.runlog;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lets a listener hear records on a thread of its own, so that reading does not wait for it. It
 * hears all of them in their order, some ten thousand later; {@link #await} waits until it has.
 */
public final class BesideReading implements RunLogListener, Closeable {

  private static final int BATCHES = 64;

  /** Records that change threads together. */
  private static final class Batch {

    private final HeldRecord[] records = new HeldRecord[2048];
    private int size;

    Batch() {
      for (int i = 0; i < records.length; i++) {
        records[i] = new HeldRecord();
      }
    }

    boolean isFull() {
      return size == records.length;
    }

    HeldRecord next() {
      return records[size++];
    }

    void sendTo(RunLogListener listener) throws IOException {
      for (int i = 0; i < size; i++) {
        records[i].sendTo(listener);
      }
    }
  }

  private final RunLogListener listener;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(BATCHES);
  private Batch batch = new Batch();
  private volatile Throwable failure;

  public BesideReading(RunLogListener listener) {
    this.listener = listener;
    for (int i = 1; i < BATCHES; i++) {
      free.add(new Batch());
    }
  }

  @Override
  public void header(RunHeader header) throws IOException {
    listener.header(header);
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    next().request(groups, name, startMillis, endMillis, ok, message);
  }

  @Override
  public void group(GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {
    next().group(path, startMillis, endMillis, cumulatedMillis, ok);
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) throws IOException {
    next().user(scenario, started, atMillis);
  }

  @Override
  public void error(String message, int atMillis) throws IOException {
    next().error(message, atMillis);
  }

  private HeldRecord next() throws IOException {
    if (batch.isFull()) {
      handOver();
      batch = taken();
    }
    return batch.next();
  }

  private void handOver() throws IOException {
    if (failure != null) {
      throw new IOException(failure);
    }
    Batch full = batch;
    thread.execute(
        () -> {
          try {
            full.sendTo(listener);
          } catch (IOException | RuntimeException | Error e) {
            failure = e;
          } finally {
            full.size = 0;
            free.add(full);
          }
        });
  }

  private Batch taken() throws IOException {
    try {
      return free.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Waits until the listener has heard all; from then on it belongs to this thread again.
   *
   * @throws IOException if it failed
   */
  public void await() throws IOException {
    handOver();
    for (int i = 0; i < BATCHES; i++) {
      batch = taken();
    }
    if (failure != null) {
      throw new IOException(failure);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
