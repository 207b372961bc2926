package loadgate.history;

import java.util.Locale;
import java.util.StringJoiner;
import loadgate.stats.ChangePoint;

/**
 * Where the figure of a gate changed its level.
 *
 * @param last the run before the first one, against the same target
 * @param first the first run at the new level
 * @param point the levels are in the unit of the gate
 */
record LevelChange(GateFigures gate, HistoryEntry last, HistoryEntry first, ChangePoint point) {

  private static final double LEAST_P_VALUE = 1e-15;

  boolean isWorse() {
    return !gate.direction().passes(point.after(), point.before());
  }

  String before() {
    return gate.unit().text(point.before());
  }

  String after() {
    return gate.unit().text(point.after());
  }

  /** {@code +12.5 %} of the level before. */
  String percent() {
    return Double.isInfinite(point.relativeChange())
        ? "from 0"
        : String.format(Locale.ROOT, "%+.1f %%", 100 * point.relativeChange());
  }

  /** {@code +12.5 % worse}. */
  String change() {
    return percent() + (isWorse() ? " worse" : " better");
  }

  String pValue() {
    return point.pValue() < LEAST_P_VALUE
        ? "< 1e-15"
        : String.format(Locale.ROOT, "%.0e", point.pValue());
  }

  /** What else the first run at the new level had that the one before had not. */
  String alsoChanged() {
    StringJoiner changed = new StringJoiner(", ");
    if (!first.settings().equals(last.settings())) {
      changed.add("settings");
    }
    if (!first.machine().equals(last.machine())) {
      changed.add("machine");
    }
    return changed.toString();
  }
}
