package simulations.users.investment;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How far a sweep over all stocks is.
 *
 * @param offset of the page whose turn it is
 * @param total stocks there are, as the target says; empty until it has said so
 * @param quoted symbols that were quoted so far
 * @param repeated quotes of symbols that had been quoted before
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

  /** The page was listed, and the target said how many stocks there are in all. */
  Sweep listed(int stocks) {
    return new Sweep(offset, OptionalInt.of(stocks), quoted, repeated, over);
  }

  /** The stocks of the page that was listed are quoted; one that is not full is the last one. */
  Sweep quoted(List<String> symbols) {
    Set<String> all = new HashSet<>(quoted);
    all.addAll(symbols);
    int again = quoted.size() + symbols.size() - all.size();
    boolean last = symbols.size() < PAGE || isLast();
    return new Sweep(offset + PAGE, total, all, repeated + again, last);
  }

  /** The page was given up; without a total nobody knows whether there are more. */
  Sweep skipped() {
    return new Sweep(offset + PAGE, total, quoted, repeated, total.isEmpty() || isLast());
  }

  private boolean isLast() {
    return offset + PAGE >= total.orElseThrow();
  }

  /** Stocks that were not quoted; a page's when nobody knows how many there are. */
  int missing() {
    return Math.max(0, total.orElse(PAGE) - quoted.size());
  }
}
