package loadgate.monitor;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * How long this process stood still at a time, for whatever reason: stopped, suspended with its
 * machine, collecting garbage, or without a core. A thread sleeps for short intervals and compares
 * the clock with what it asked for; a request that was due meanwhile was sent late or not at all.
 */
final class StallMeter {

  static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final LongSupplier nanoTime;
  private long lastLook;
  private long longestNanos;

  StallMeter() {
    this(System::nanoTime);
  }

  StallMeter(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    lastLook = nanoTime.getAsLong();
  }

  void start() {
    Thread thread =
        new Thread(
            () -> {
              while (!Thread.interrupted()) {
                LockSupport.parkNanos(INTERVAL_NANOS);
                look();
              }
            },
            "loadgate-stalls");
    thread.setDaemon(true);
    thread.start();
  }

  /** Any thread that gets here ends a stall, so that none is counted twice. */
  synchronized void look() {
    long now = nanoTime.getAsLong();
    longestNanos = Math.max(longestNanos, now - lastLook - INTERVAL_NANOS);
    lastLook = now;
  }

  /** The longest stall since it was asked before, in milliseconds. */
  synchronized double takeLongestMillis() {
    look();
    double millis = longestNanos / 1e6;
    longestNanos = 0;
    return millis;
  }
}
