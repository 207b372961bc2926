package loadgate.gates;

import java.util.Locale;

/** The verdict of a gate or of a run, from the best to the worst. */
public enum Verdict {
  PASS,
  /** A warn limit is broken; shown, never red. */
  WARN,
  /** Within its fail limit, but on too few samples to say so. */
  INCONCLUSIVE,
  /** A fail limit is broken, or nothing was measured that it is set on. */
  FAIL,
  /** The load generator was too busy, so the other figures say little about the target. */
  INVALID,
  /** Of a run only: its log broke off or was not completed, so its figures are not all there. */
  INCOMPLETE;

  Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** What fails of the load generator makes the run invalid. */
  Verdict ofTheInjector() {
    return this == FAIL ? INVALID : this;
  }

  /** As people read it: {@code pass}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
