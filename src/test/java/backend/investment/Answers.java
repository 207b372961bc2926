package backend.investment;

import backend.kit.Cache;
import backend.kit.TimedWork;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Supplier;

/** Answers requests in the envelope; a cacheable answer is computed once per lifetime. */
record Answers(Cache cache, TimedWork work) {

  /** Answers with what the queries find. */
  void cached(Context ctx, Duration lifetime, Supplier<?> queries) {
    cached(ctx, "", lifetime, queries);
  }

  /** As above, where the answer depends on parameters, which are all in {@code variant}. */
  void cached(Context ctx, String variant, Duration lifetime, Supplier<?> queries) {
    ctx.json(Envelope.of(kept(ctx, variant, lifetime, queries)));
  }

  /** The cached result of queries, for a handler that goes on from there. */
  <T> T kept(Context ctx, String variant, Duration lifetime, Supplier<T> queries) {
    return cache.get(ctx, key(ctx.path(), variant), lifetime, () -> work.db(ctx, queries));
  }

  /** Keeps the answer to a path without parameters before anybody asks for it. */
  void prepare(String path, Duration lifetime, Object answer) {
    cache.put(key(path, ""), answer, lifetime);
  }

  /** A path has no blanks, so no two answers share a key. */
  private static String key(String path, String variant) {
    return path + " " + variant;
  }
}
