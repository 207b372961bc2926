package loadgate.metrics;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * How late the timers of Gatling's event loops fire, which end the pauses of users and send their
 * requests: a load generator that is too busy measures itself. Timers that fell due while a loop
 * stood still count too, so the mean is what is to be added to anything that happens at any time.
 */
public final class TimerLag {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final LongAdder lateNanos = new LongAdder();
  private final LongAdder timers = new LongAdder();

  void watch(Iterable<EventExecutor> loops) {
    for (EventExecutor loop : loops) {
      Runnable timer =
          new Runnable() {
            private long due = System.nanoTime();

            @Override
            public void run() {
              due += PERIOD_NANOS;
              lateNanos.add(Math.max(0, System.nanoTime() - due));
              timers.increment();
            }
          };
      loop.scheduleAtFixedRate(timer, PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  /** The mean in milliseconds since it was asked before; 0 when no timer fell due. */
  public double takeMeanMillis() {
    long fired = timers.sumThenReset();
    return fired == 0 ? 0 : lateNanos.sumThenReset() / 1e6 / fired;
  }
}
