package benchmark;

import java.io.IOException;
import java.util.Arrays;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;

/**
 * When the requests of a run ended.
 *
 * @param sortedEpochMillis ascending
 * @param anyFailed whether one of them failed
 */
record RequestTimes(long[] sortedEpochMillis, boolean anyFailed) {

  static RequestTimes of(RunLog log) throws IOException {
    long start = log.header().start().toEpochMilli();
    long[][] ends = {new long[1 << 16]};
    int[] count = {0};
    boolean[] failed = {false};
    log.read(
        new RunLogListener() {
          @Override
          public void request(
              GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String m) {
            if (count[0] == ends[0].length) {
              ends[0] = Arrays.copyOf(ends[0], 2 * count[0]);
            }
            ends[0][count[0]++] = start + endMillis;
            failed[0] |= !ok;
          }
        });
    long[] sorted = Arrays.copyOf(ends[0], count[0]);
    Arrays.sort(sorted);
    return new RequestTimes(sorted, failed[0]);
  }

  /** From the first moment on and before the second. */
  long countBetween(long fromEpochMillis, long toEpochMillis) {
    return endedBefore(toEpochMillis) - endedBefore(fromEpochMillis);
  }

  private long endedBefore(long epochMillis) {
    int low = 0;
    int high = sortedEpochMillis.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sortedEpochMillis[middle] < epochMillis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
