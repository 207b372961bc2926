package backend.kit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Delays every request before it is handled, by a timer and without blocking a thread. */
final class Latency extends Handler.Wrapper {

  private final Duration added;

  Latency(Duration added) {
    this.added = added;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    CompletableFuture.delayedExecutor(
            added.toNanos(), TimeUnit.NANOSECONDS, request.getComponents().getExecutor())
        .execute(() -> handleNow(request, response, callback));
    return true;
  }

  private void handleNow(Request request, Response response, Callback callback) {
    try {
      super.handle(request, response, callback);
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }
}
