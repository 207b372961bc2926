package loadgate.stats;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Counts how often each whole value was recorded, without rounding any. Values up to about a minute
 * in milliseconds are counted in small pages, of which only those that were hit exist; the rare
 * others in a sorted map.
 */
final class Histogram {

  private static final int PAGE_BITS = 6;
  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int PAGES = 1 << 10;

  private long[][] pages = new long[4][];
  private final TreeMap<Long, Long> others = new TreeMap<>();

  void record(long value) {
    // Unsigned: a negative value, as a metric may have, is beyond the pages too.
    if (Long.compareUnsigned(value, (long) PAGES * PAGE_SIZE) < 0) {
      page((int) value >>> PAGE_BITS)[(int) value & (PAGE_SIZE - 1)]++;
    } else {
      others.merge(value, 1L, Long::sum);
    }
  }

  void addAll(Histogram that) {
    addAll(that, 1);
  }

  /** Adds the values of another, each as often as it was recorded there times a factor. */
  void addAll(Histogram that, int factor) {
    for (int index = 0; index < that.pages.length; index++) {
      long[] theirs = that.pages[index];
      if (theirs != null) {
        long[] page = page(index);
        for (int i = 0; i < PAGE_SIZE; i++) {
          page[i] += factor * theirs[i];
        }
      }
    }
    that.others.forEach((value, count) -> others.merge(value, factor * count, Long::sum));
  }

  Distribution distribution() {
    Distribution.Builder builder = new Distribution.Builder();
    forEach(builder::add);
    return builder.build();
  }

  private long[] page(int index) {
    if (index >= pages.length) {
      pages = Arrays.copyOf(pages, Math.min(PAGES, Math.max(index + 1, 2 * pages.length)));
    }
    if (pages[index] == null) {
      pages[index] = new long[PAGE_SIZE];
    }
    return pages[index];
  }

  private void forEach(ValueCount action) {
    others.headMap(0L).forEach(action::accept);
    for (int index = 0; index < pages.length; index++) {
      if (pages[index] != null) {
        forEachOfPage(index, action);
      }
    }
    others.tailMap(0L).forEach(action::accept);
  }

  private void forEachOfPage(int index, ValueCount action) {
    for (int i = 0; i < PAGE_SIZE; i++) {
      if (pages[index][i] > 0) {
        action.accept((long) index * PAGE_SIZE + i, pages[index][i]);
      }
    }
  }

  private interface ValueCount {
    void accept(long value, long count);
  }
}
