package loadgate.stats;

import java.util.Arrays;

/** The most users that were active at a time, for each step of the timeline. */
final class ActiveUsers {

  private int[] most = new int[16];
  private int current;
  private int lastStep;

  /**
   * A record older than the one before it counts for the step of that one: concurrent users are
   * logged nearly in order.
   */
  void change(int step, int difference) {
    moveTo(step);
    current += difference;
    most[lastStep] = Math.max(most[lastStep], current);
  }

  int mostIn(int step) {
    return step <= lastStep ? most[step] : current;
  }

  int lastStep() {
    return lastStep;
  }

  /** Makes one step of each two. */
  void halve() {
    for (int i = 0; i <= lastStep / 2; i++) {
      most[i] = Math.max(most[2 * i], 2 * i + 1 <= lastStep ? most[2 * i + 1] : 0);
    }
    lastStep /= 2;
  }

  private void moveTo(int step) {
    if (step <= lastStep) {
      return;
    }
    if (step >= most.length) {
      most = Arrays.copyOf(most, Math.max(step + 1, 2 * most.length));
    }
    Arrays.fill(most, lastStep + 1, step + 1, current);
    lastStep = step;
  }
}
