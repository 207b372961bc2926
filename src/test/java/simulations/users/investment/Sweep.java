package simulations.users.investment;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Progress of a sweep over all stocks.
 *
 * @param offset of the current page
 * @param total number of stocks; empty until a page has told it
 * @param quoted symbols quoted so far
 * @param repeated symbols quoted more than once
 * @param over whether the last page is done
 */
record Sweep(int offset, OptionalInt total, Set<String> quoted, int repeated, boolean over) {

  /** Stocks on a full page. */
  static final int PAGE = 500;

  Sweep {
    quoted = Set.copyOf(quoted);
  }

  static Sweep begin() {
    return new Sweep(0, OptionalInt.empty(), Set.of(), 0, false);
  }

  /** The current page told how many stocks there are. */
  Sweep listed(int stocks) {
    return new Sweep(offset, OptionalInt.of(stocks), quoted, repeated, over);
  }

  /** The stocks of the current page are quoted; a page that is not full is the last one. */
  Sweep quoted(List<String> symbols) {
    Set<String> all = new HashSet<>(quoted);
    all.addAll(symbols);
    int again = quoted.size() + symbols.size() - all.size();
    boolean last = symbols.size() < PAGE || isLast();
    return new Sweep(offset + PAGE, total, all, repeated + again, last);
  }

  /** The current page is skipped; without a total the sweep ends. */
  Sweep skipped() {
    return new Sweep(offset + PAGE, total, quoted, repeated, total.isEmpty() || isLast());
  }

  private boolean isLast() {
    return offset + PAGE >= total.orElseThrow();
  }

  /** Stocks that were not quoted; without a total, those of one full page. */
  int missing() {
    return Math.max(0, total.orElse(PAGE) - quoted.size());
  }
}
