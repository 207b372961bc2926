package loadgate.metrics;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How late the timers of Gatling's event loops fire, which end the pauses of users and send their
 * requests: a load generator that is too busy measures itself.
 */
public final class TimerLag {

  private static final long PERIOD_MILLIS = 50;

  private final AtomicLong longestMillis = new AtomicLong();

  void watch(Iterable<EventExecutor> loops) {
    loops.forEach(this::schedule);
  }

  private void schedule(EventExecutor loop) {
    if (!loop.isShuttingDown()) {
      long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PERIOD_MILLIS);
      loop.schedule(() -> fired(loop, due), PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void fired(EventExecutor loop, long due) {
    long late = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - due);
    longestMillis.accumulateAndGet(late, Math::max);
    schedule(loop);
  }

  /** The longest in milliseconds since it was asked before. */
  public long takeLongestMillis() {
    return longestMillis.getAndSet(0);
  }
}
