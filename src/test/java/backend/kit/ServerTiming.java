package backend.kit;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** A part of an answer whose duration is told in the header {@code Server-Timing}. */
public enum ServerTiming {
  CACHE,
  DB,
  ML;

  private static final String HEADER = "Server-Timing";

  /** Does the work and adds its duration, in milliseconds, unless it fails. */
  public <T> T of(Context ctx, Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    since(ctx, start);
    return result;
  }

  /** As the other {@code of}, with a delay that counts as a part of the work. */
  public <T> T of(Context ctx, Duration delay, Supplier<T> work) {
    return of(
        ctx,
        () -> {
          try {
            Thread.sleep(delay.toMillis());
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return work.get();
        });
  }

  /** Adds the time since a {@link System#nanoTime}. */
  public void since(Context ctx, long startNanos) {
    double millis = (System.nanoTime() - startNanos) / 1e6;
    String entry =
        String.format(Locale.ROOT, "%s;dur=%.3f", name().toLowerCase(Locale.ROOT), millis);
    String before = ctx.res().getHeader(HEADER);
    ctx.header(HEADER, before == null ? entry : before + ", " + entry);
  }
}
