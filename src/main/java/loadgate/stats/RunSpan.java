package loadgate.stats;

import java.time.Duration;

/**
 * The time between the first start and the last end of anything recorded, in milliseconds since the
 * start of the run.
 */
final class RunSpan {

  private long firstStart = Long.MAX_VALUE;
  private long lastEnd = Long.MIN_VALUE;

  void started(long atMillis) {
    firstStart = Math.min(firstStart, atMillis);
  }

  void ended(long atMillis) {
    lastEnd = Math.max(lastEnd, atMillis);
  }

  /** Whether something was recorded from its start to its end. */
  boolean isRecorded() {
    return firstStart <= lastEnd;
  }

  long firstStart() {
    return firstStart;
  }

  long lastEnd() {
    return lastEnd;
  }

  /**
   * The span as Gatling's report counts it: begun seconds. At least one, because rates are divided
   * by it; Gatling's own are infinite in a log whose records all have the same time.
   */
  Duration inBegunSeconds() {
    long millis = lastEnd < firstStart ? 0 : lastEnd - firstStart;
    return Duration.ofSeconds(Math.max(1, (millis + 999) / 1000));
  }
}
