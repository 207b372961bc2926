package backend.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Delays every request before it is handled, by a timer and without blocking a thread. */
final class Latency extends Handler.Wrapper {

  private static final long NOT_YET = Long.MIN_VALUE;

  private final Duration added;
  private final Duration perMinute;
  private final AtomicLong firstRequest = new AtomicLong(NOT_YET);

  /**
   * @param perMinute by which the delay grows from the first request on
   */
  Latency(Duration added, Duration perMinute) {
    this.added = added;
    this.perMinute = perMinute;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    CompletableFuture.delayedExecutor(
            nanosAt(System.nanoTime()), TimeUnit.NANOSECONDS, request.getComponents().getExecutor())
        .execute(() -> handleNow(request, response, callback));
    return true;
  }

  /** The delay of a request that arrives at that time of {@link System#nanoTime()}. */
  long nanosAt(long nanoTime) {
    firstRequest.compareAndSet(NOT_YET, nanoTime);
    double minutes = (nanoTime - firstRequest.get()) / 60e9;
    return added.toNanos() + Math.max(0, (long) (minutes * perMinute.toNanos()));
  }

  private void handleNow(Request request, Response response, Callback callback) {
    try {
      super.handle(request, response, callback);
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }
}
