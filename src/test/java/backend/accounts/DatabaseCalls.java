package backend.accounts;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Limits how many database calls run in parallel; the others wait in order of arrival. */
final class DatabaseCalls {

  private final Semaphore permits;
  private final Duration delay;

  /**
   * @param delay added to every call
   */
  DatabaseCalls(int parallel, Duration delay) {
    this.permits = new Semaphore(parallel, true);
    this.delay = delay;
  }

  <T> T make(Supplier<T> call) {
    permits.acquireUninterruptibly();
    try {
      Thread.sleep(delay.toMillis());
      return call.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      permits.release();
    }
  }
}
