package backend.kit;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the requests that arrived, by method and path template. A path without a template counts
 * under itself, so that a test sees what a client asked for by mistake.
 */
final class RequestCounts implements Handler {

  /** Unknown paths come from outside; from this many keys on they share one. */
  private static final int MAX_KEYS = 1_000;

  private static final String OTHER = "(other)";

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  @Override
  public void handle(Context ctx) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    String key = ctx.method().name() + " " + (endpoint == null ? ctx.path() : endpoint.path);
    LongAdder known = counts.get(key);
    if (known == null) {
      known =
          counts.computeIfAbsent(counts.size() < MAX_KEYS ? key : OTHER, unused -> new LongAdder());
    }
    known.increment();
  }

  Map<String, Long> snapshot() {
    Map<String, Long> snapshot = new TreeMap<>();
    counts.forEach((key, count) -> snapshot.put(key, count.sum()));
    return snapshot;
  }
}
