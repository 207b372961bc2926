package backend.kit;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Tells in the header {@code Server-Timing} how long a part of the answer took, in milliseconds.
 */
public enum ServerTiming {
  CACHE,
  DB,
  ML;

  private static final String HEADER = "Server-Timing";

  /** Does the work and adds its duration to the answer; work that fails leaves no trace. */
  public <T> T of(Context ctx, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    since(ctx, start);
    return result;
  }

  /** Adds the time since a moment of {@link System#nanoTime} to the answer. */
  public void since(Context ctx, long startNanos) {
    double millis = (System.nanoTime() - startNanos) / 1e6;
    String entry =
        String.format(Locale.ROOT, "%s;dur=%.3f", name().toLowerCase(Locale.ROOT), millis);
    String before = ctx.res().getHeader(HEADER);
    ctx.header(HEADER, before == null ? entry : before + ", " + entry);
  }
}
