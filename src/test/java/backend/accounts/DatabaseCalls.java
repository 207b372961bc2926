package backend.accounts;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Lets only so many calls of a database happen at a time; the others wait in their order. */
final class DatabaseCalls {

  private final Semaphore permits;
  private final Duration delay;

  /**
   * @param most calls at a time
   * @param delay by which every call takes longer
   */
  DatabaseCalls(int most, Duration delay) {
    this.permits = new Semaphore(most, true);
    this.delay = delay;
  }

  /** Makes the call, as soon as it is its turn. */
  <T> T make(Supplier<T> call) {
    try {
      permits.acquire();
      try {
        if (!delay.isZero()) {
          Thread.sleep(delay.toMillis());
        }
        return call.get();
      } finally {
        permits.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
