package backend.investment;

import backend.kit.Cache;
import backend.kit.ServerTiming;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Answers requests in the envelope; a cacheable answer is computed once per lifetime.
 *
 * @param delay of every piece of database and model work
 */
record Answers(Cache cache, Duration delay) {

  /** Answers from the cache, or with the result of the queries. */
  void cached(Context ctx, Duration lifetime, Supplier<?> queries) {
    cached(ctx, "", lifetime, queries);
  }

  /** As above, for an answer that also depends on parameters: {@code variant} has all of them. */
  void cached(Context ctx, String variant, Duration lifetime, Supplier<?> queries) {
    ctx.json(Envelope.of(kept(ctx, variant, lifetime, queries)));
  }

  /** The cached result of queries, for a handler that goes on from there. */
  <T> T kept(Context ctx, String variant, Duration lifetime, Supplier<T> queries) {
    return cache.get(
        ctx, key(ctx.path(), variant), lifetime, () -> timed(ServerTiming.DB, ctx, queries));
  }

  /** Does work after the delay; the answer tells their duration in Server-Timing. */
  <T> T timed(ServerTiming part, Context ctx, Supplier<T> work) {
    return part.of(ctx, delay, work);
  }

  /** Puts the answer of a path without parameters into the cache. */
  void prepare(String path, Duration lifetime, Object answer) {
    cache.put(key(path, ""), answer, lifetime);
  }

  /** A path has no blanks, so no two answers share a key. */
  private static String key(String path, String variant) {
    return path + " " + variant;
  }
}
