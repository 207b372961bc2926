package backend.kit;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.function.Supplier;

/** Does the work behind answers, each piece of it slower by the same delay, and has it timed. */
public record TimedWork(Duration delay) {

  /** Queries; the answer tells how long they took. */
  public <T> T db(Context ctx, Supplier<T> queries) {
    return ServerTiming.DB.of(ctx, () -> slowed(queries));
  }

  /** What a model computes; the answer tells how long that took. */
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
