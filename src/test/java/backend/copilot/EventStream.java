package backend.copilot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the frames of a workflow to one client, one every 50 ms. It waits on a timer and not in a
 * thread, and it ends when the workflow does or as soon as it notices that the client is gone.
 */
final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);

  private static final Duration INTERVAL = Duration.ofMillis(50);

  /** How long a stream that never ends is kept, and how often it is seen whether anyone listens. */
  private static final Duration STALLED_LIMIT = Duration.ofMinutes(5);

  private static final Duration STALLED_INTERVAL = Duration.ofSeconds(1);

  /** A comment, which is no event. */
  private static final byte[] COMMENT = ": waiting\n\n".getBytes(StandardCharsets.US_ASCII);

  private final WorkflowRun run;
  private final OutputStream out;
  private final ScheduledExecutorService timer;
  private final boolean ends;
  private final long intervalNanos;
  private final long startNanos = System.nanoTime();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private long dueNanos = startNanos;

  /**
   * @param delay by which every frame takes longer
   * @param ends whether the last frame is ever sent
   */
  EventStream(
      WorkflowRun run,
      OutputStream out,
      ScheduledExecutorService timer,
      Duration delay,
      boolean ends) {
    this.run = run;
    this.out = out;
    this.timer = timer;
    this.ends = ends;
    this.intervalNanos = INTERVAL.plus(delay).toNanos();
  }

  /** Begins to send; the result completes when there is nothing left to do. */
  CompletableFuture<Void> start() {
    try {
      // The headers go out now; the first frame may take its time.
      out.flush();
      schedule(intervalNanos - INTERVAL.toNanos());
    } catch (IOException e) {
      end.complete(null);
    }
    return end;
  }

  private void schedule(long nanos) {
    dueNanos += nanos;
    try {
      timer.schedule(this::send, dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The server stops.
      end.complete(null);
    }
  }

  private void send() {
    try {
      if (run.framesLeft() == 1 && !ends) {
        stall();
        return;
      }
      write(run.next().bytes());
      if (run.framesLeft() == 0) {
        end.complete(null);
      } else {
        schedule(intervalNanos);
      }
    } catch (IOException e) {
      // The client is gone.
      end.complete(null);
    } catch (RuntimeException e) {
      LOG.error("a stream of events broke off", e);
      end.complete(null);
    }
  }

  private void stall() throws IOException {
    if (System.nanoTime() - startNanos > STALLED_LIMIT.toNanos()) {
      end.complete(null);
    } else {
      write(COMMENT);
      schedule(STALLED_INTERVAL.toNanos());
    }
  }

  private void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }
}
