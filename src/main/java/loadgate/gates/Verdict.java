package loadgate.gates;

import java.util.Locale;

/** The verdict of a gate or of a run. */
public enum Verdict {
  PASS,
  /** A warn limit is broken; shown, never red. */
  WARN,
  /** A fail limit is broken, or what it is set on was not measured. */
  FAIL;

  Verdict worse(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** As people read it: {@code pass}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
