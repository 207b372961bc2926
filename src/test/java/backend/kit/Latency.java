package backend.kit;

import java.time.Duration;
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
    Runnable resume = () -> forward(request, response, callback);
    request
        .getComponents()
        .getScheduler()
        .schedule(
            () -> request.getComponents().getExecutor().execute(resume),
            added.toNanos(),
            TimeUnit.NANOSECONDS);
    return true;
  }

  private void forward(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, 404);
      }
    } catch (Exception e) {
      Response.writeError(request, response, callback, e);
    }
  }
}
