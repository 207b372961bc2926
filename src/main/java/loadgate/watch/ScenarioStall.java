package loadgate.watch;

/**
 * The longest time in which requests of one scenario were under way and none was answered. A
 * request that fails because nothing answers is under way until then, and is no answer.
 */
final class ScenarioStall {

  private int underWay;
  private long busySinceNanos;
  private long waitedNanos;
  private long longestNanos;

  synchronized void sent(long nanos) {
    if (underWay++ == 0) {
      busySinceNanos = nanos;
    }
  }

  synchronized void ended(long nanos, boolean answered) {
    waitedNanos += nanos - busySinceNanos;
    busySinceNanos = nanos;
    longestNanos = Math.max(longestNanos, waitedNanos);
    underWay--;
    if (answered) {
      waitedNanos = 0;
    }
  }

  /** In milliseconds, with the wait that has not ended. */
  synchronized long longestMillis(long nanos) {
    long now = underWay > 0 ? waitedNanos + nanos - busySinceNanos : 0;
    return Math.max(longestNanos, now) / 1_000_000;
  }
}
