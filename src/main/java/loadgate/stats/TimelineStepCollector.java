package loadgate.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Collects the requests of one step of the timeline. Response times are counted in classes: one for
 * each value below 128, above that 64 of equal width for each power of two, so that the lower end
 * of a class is at most 1/64 below any value in it. That is the layout of <a
 * href="https://hdrhistogram.github.io/HdrHistogram/">HdrHistogram</a>; 1,664 counters reach up to
 * 24 days.
 */
final class TimelineStepCollector {

  private static final int SUB_BITS = 6;

  private long started;
  private long ok;
  private long ko;
  private long max;
  private int[] classes = new int[0];

  void started() {
    started++;
  }

  void ended(long responseTime, boolean isOk) {
    if (isOk) {
      ok++;
    } else {
      ko++;
    }
    max = Math.max(max, responseTime);
    int index = classOf(responseTime);
    if (index >= classes.length) {
      classes = Arrays.copyOf(classes, Math.max(index + 1, classes.length + (1 << SUB_BITS)));
    }
    classes[index]++;
  }

  void addAll(TimelineStepCollector that) {
    started += that.started;
    ok += that.ok;
    ko += that.ko;
    max = Math.max(max, that.max);
    if (that.classes.length > classes.length) {
      classes = Arrays.copyOf(classes, that.classes.length);
    }
    for (int i = 0; i < that.classes.length; i++) {
      classes[i] += that.classes[i];
    }
  }

  Timeline.Step step(long startSeconds, int activeUsers, List<Integer> activeUsersPerScenario) {
    return new Timeline.Step(
        startSeconds,
        started,
        ok,
        ko,
        activeUsers,
        activeUsersPerScenario,
        percentile(50),
        percentile(95),
        max);
  }

  private long percentile(int percent) {
    long rank = (percent * (ok + ko) + 99) / 100;
    long seen = 0;
    for (int index = 0; index < classes.length; index++) {
      seen += classes[index];
      if (seen >= rank && seen > 0) {
        return lowerEnd(index);
      }
    }
    return 0;
  }

  private static int classOf(long value) {
    int clamped = (int) Math.min(Integer.MAX_VALUE, Math.max(0, value));
    int shift = Math.max(0, Integer.SIZE - 1 - SUB_BITS - Integer.numberOfLeadingZeros(clamped));
    return (shift << SUB_BITS) + (clamped >>> shift);
  }

  private static long lowerEnd(int index) {
    int shift = Math.max(0, (index >>> SUB_BITS) - 1);
    return (long) (index - (shift << SUB_BITS)) << shift;
  }
}
