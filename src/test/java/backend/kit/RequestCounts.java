package backend.kit;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the requests that arrived, by method and path template. A path without a template counts
 * under itself, so that a test sees what a client asked for by mistake.
 */
final class RequestCounts {

  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  void count(Context ctx) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    String path = endpoint == null ? ctx.path() : endpoint.path;
    counts.merge(ctx.method().name() + " " + path, 1L, Long::sum);
  }

  Map<String, Long> snapshot() {
    return new TreeMap<>(counts);
  }
}
