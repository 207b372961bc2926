package loadgate.stats;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Finds the longest stall: between two answers that follow one another, or before the first or
 * after the last, the time in which at least one request was under way. A request that fails
 * because nothing answered is under way until then, and is no answer.
 *
 * <p>Time is divided into slots, 10 ms each; when they run out, they become twice as long. The
 * figure is right to within three slots, whatever the order of the records, and memory is bounded.
 */
final class StallCollector {

  /**
   * Gatling's words for a connection that fails, and for a time-out of request or stream; and ours
   * for a request that was under way at the end.
   */
  private static final Pattern NO_ANSWER =
      Pattern.compile(
          "^(Request timeout|Check timeout|No answer|([a-z0-9]+\\.)+[A-Z][\\w$]*(: |$))");

  private static final int FIRST_SLOT_MILLIS = 10;

  private final int mostSlots;
  private final BitSet answers = new BitSet();
  private int slotMillis = FIRST_SLOT_MILLIS;

  /** By how many more requests are under way in a slot than in the one before. */
  private int[] changes = new int[1024];

  private int slots;

  StallCollector() {
    this(1 << 19);
  }

  StallCollector(int mostSlots) {
    this.mostSlots = mostSlots;
  }

  /**
   * @param startMillis since the start of the run
   * @param message why the request failed
   */
  void record(int startMillis, int endMillis, boolean ok, String message) {
    while (endMillis / slotMillis + 1 >= mostSlots) {
      merge();
    }
    int start = Math.max(0, startMillis) / slotMillis;
    int end = Math.max(0, endMillis) / slotMillis;
    slots = Math.max(slots, end + 1);
    if (slots >= changes.length) {
      changes = Arrays.copyOf(changes, Math.max(slots + 1, 2 * changes.length));
    }
    changes[start]++;
    changes[end + 1]--;
    if (ok || !NO_ANSWER.matcher(message).find()) {
      answers.set(end);
    }
  }

  private void merge() {
    int[] merged = new int[changes.length / 2 + 1];
    for (int slot = 0; slot < changes.length; slot++) {
      merged[slot / 2] += changes[slot];
    }
    changes = merged;
    for (int slot = answers.nextSetBit(0); slot >= 0; slot = answers.nextSetBit(slot + 1)) {
      answers.clear(slot);
      answers.set(slot / 2);
    }
    slots = slots / 2 + 1;
    slotMillis *= 2;
  }

  /** In milliseconds; empty without any request. */
  OptionalDouble longest() {
    int underWay = 0;
    int waited = 0;
    int longest = 0;
    for (int slot = 0; slot < slots; slot++) {
      underWay += changes[slot];
      if (answers.get(slot)) {
        waited = 0;
      } else if (underWay > 0) {
        waited++;
        longest = Math.max(longest, waited);
      }
    }
    return slots == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) longest * slotMillis);
  }
}
