package simulations.users.accounts;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import loadgate.settings.Options;

/**
 * The accounts {@code acc_0}, {@code acc_1} and so on that users work with. Some are in much
 * demand: 80 % of all draws are from the first fifth.
 *
 * @param size at least {@value #LEAST}
 */
record AccountSet(int size) {

  static final AccountSet DEFAULT = new AccountSet(100);

  static final int BATCH = 5;

  private static final int LEAST = BATCH;
  private static final int PAGE = 50;
  private static final int DEMANDED_PERCENT = 80;

  /** Of the size that the settings ask for. */
  static AccountSet of(Options options) {
    int size = options.only("account-set").wholeNumber("account-set", DEFAULT.size(), LEAST);
    return new AccountSet(size);
  }

  String id() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int demanded = size / 5;
    boolean isDemanded = random.nextInt(100) < DEMANDED_PERCENT;
    return "acc_" + (isDemanded ? random.nextInt(demanded) : random.nextInt(demanded, size));
  }

  /** A few different ids with commas between them. */
  String batch() {
    Set<String> ids = new LinkedHashSet<>();
    while (ids.size() < BATCH) {
      ids.add(id());
    }
    return String.join(",", ids);
  }

  /** The beginning of a page of {@value #PAGE}. */
  int offset() {
    return PAGE * ThreadLocalRandom.current().nextInt((size + PAGE - 1) / PAGE);
  }

  /** How many accounts a page from there on has, of that many in all. */
  static int pageSize(int offset, int total) {
    return Math.max(0, Math.min(PAGE, total - offset));
  }
}
