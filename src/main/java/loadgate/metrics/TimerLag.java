package loadgate.metrics;

import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How late the timers of Gatling's event loops fire, which end the pauses of users and send their
 * requests: a load generator that is too busy measures itself. Timers that fell due while a loop
 * stood still count too, so the mean is what is to be added to anything that happens at any time.
 */
public final class TimerLag {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final List<Timer> timers = new CopyOnWriteArrayList<>();
  private final LongAdder lateNanos = new LongAdder();
  private final LongAdder fired = new LongAdder();

  /** Fires again and again in one loop. */
  private final class Timer implements Runnable {

    private volatile long due = System.nanoTime() + PERIOD_NANOS;

    @Override
    public void run() {
      lateNanos.add(overdueNanos());
      fired.increment();
      due += PERIOD_NANOS;
    }

    long overdueNanos() {
      return Math.max(0, System.nanoTime() - due);
    }
  }

  /** Watches the timers of these event loops from now on. */
  public void watch(Iterable<EventExecutor> loops) {
    for (EventExecutor loop : loops) {
      Timer timer = new Timer();
      timers.add(timer);
      loop.scheduleAtFixedRate(timer, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  /**
   * The mean in milliseconds since it was asked before, with timers that are overdue now: a loop
   * that stands still fires none. 0 when no timer fell due.
   */
  public double takeMeanMillis() {
    long count = fired.sumThenReset();
    long nanos = lateNanos.sumThenReset();
    for (Timer timer : timers) {
      long overdue = timer.overdueNanos();
      nanos += overdue;
      count += overdue > 0 ? 1 : 0;
    }
    return count == 0 ? 0 : nanos / 1e6 / count;
  }
}
