package simulations.users.accounts;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The accounts {@code acc_0}, {@code acc_1} and so on that users work with. 80 % of all draws are
 * from the first fifth of them.
 *
 * @param size at least {@link #MIN_SIZE}
 */
record AccountSet(int size) {

  static final int BATCH = 5;
  static final int MIN_SIZE = BATCH;

  private static final int PAGE = 50;

  String id() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int popular = size / 5;
    boolean isPopular = random.nextInt(100) < 80;
    return "acc_" + (isPopular ? random.nextInt(popular) : random.nextInt(popular, size));
  }

  /** Different ids, separated by commas. */
  String batch() {
    Set<String> ids = new LinkedHashSet<>();
    while (ids.size() < BATCH) {
      ids.add(id());
    }
    return String.join(",", ids);
  }

  /** The offset of a random page of the set. */
  int offset() {
    return PAGE * ThreadLocalRandom.current().nextInt((size + PAGE - 1) / PAGE);
  }

  /** How many of {@code total} accounts the page at an offset has. */
  static int pageSize(int offset, int total) {
    return Math.max(0, Math.min(PAGE, total - offset));
  }
}
