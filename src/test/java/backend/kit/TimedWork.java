package backend.kit;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Supplier;

/** Runs database and model work with a delay and tells its duration in Server-Timing. */
public record TimedWork(Duration delay) {

  public <T> T db(Context ctx, Supplier<T> queries) {
    return ServerTiming.DB.of(ctx, () -> slowed(queries));
  }

  public <T> T ml(Context ctx, Supplier<T> inference) {
    return ServerTiming.ML.of(ctx, () -> slowed(inference));
  }

  private <T> T slowed(Supplier<T> work) {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return work.get();
  }
}
