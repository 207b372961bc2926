package backend.accounts;

import backend.kit.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends the frames of a workflow to one client as server-sent events, one every 50 ms. A timer
 * sends them, so that an open stream needs no thread of its own.
 */
final class EventStream {

  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final WorkflowRun run;
  private final OutputStream out;
  private final boolean ends;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /**
   * @param ends whether the last frame is ever sent
   */
  EventStream(WorkflowRun run, OutputStream out, boolean ends) {
    this.run = run;
    this.out = out;
    this.ends = ends;
  }

  /**
   * Starts to send.
   *
   * @param delay added to the interval between two frames
   * @return completes after the last frame, or when the client has closed the connection
   */
  CompletableFuture<Void> start(ScheduledExecutorService timer, Duration delay) throws IOException {
    // The client measures the time until the response header, which must not wait for a frame.
    out.flush();
    ScheduledFuture<?> ticks =
        timer.scheduleAtFixedRate(
            this::send, delay.toMillis(), INTERVAL.plus(delay).toMillis(), TimeUnit.MILLISECONDS);
    end.whenComplete((done, failure) -> ticks.cancel(false));
    return end;
  }

  private void send() {
    try {
      if (run.framesLeft() == 1 && !ends) {
        // A comment is no event, but writing it shows whether the client is still there.
        write(": waiting\n\n");
        return;
      }
      write("data: " + Json.mapper().writeValueAsString(run.next()) + "\n\n");
      if (run.framesLeft() == 0) {
        end.complete(null);
      }
    } catch (IOException e) {
      // The client has closed the connection.
      end.complete(null);
    } catch (RuntimeException e) {
      end.completeExceptionally(e);
    }
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
