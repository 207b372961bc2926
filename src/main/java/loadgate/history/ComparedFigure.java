package loadgate.history;

import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.stats.Difference;
import loadgate.stats.RequestPath;

/**
 * A figure of base runs and new runs.
 *
 * @param base of one run, or the mean or median of several; empty when none has the path
 * @param changed the same of the new runs
 * @param difference empty when there is too little data
 * @param tooLittle why there is no difference; empty when there is one, or a side without the path
 * @param pValue of the difference, corrected for all comparisons of the table; 1 without one
 */
public record ComparedFigure(
    RequestPath path,
    ComparedMeasure measure,
    OptionalDouble base,
    OptionalDouble changed,
    Optional<Difference> difference,
    Optional<String> tooLittle,
    double pValue) {

  private static final double ALPHA = 0.05;

  ComparedFigure corrected(double pValue) {
    return new ComparedFigure(path, measure, base, changed, difference, tooLittle, pValue);
  }

  /** Whether new and base runs are shown to differ. */
  boolean differs() {
    return pValue < ALPHA;
  }

  String verdict() {
    if (differs()) {
      return difference.orElseThrow().estimate() > 0 ? measure.higher() : measure.lower();
    }
    if (base.isEmpty()) {
      return "only in new";
    }
    if (changed.isEmpty()) {
      return "only in base";
    }
    return difference.isPresent() ? "no difference shown" : "too little data";
  }

  /** The estimate of the difference, or else that of the two figures; empty without both. */
  OptionalDouble change() {
    if (base.isEmpty() || changed.isEmpty()) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        difference.map(Difference::estimate).orElse(changed.getAsDouble() - base.getAsDouble()));
  }

  /** The change in percent of the base figure; empty when that is 0. */
  OptionalDouble percent() {
    return change().isPresent() && base.getAsDouble() != 0
        ? OptionalDouble.of(100 * change().getAsDouble() / base.getAsDouble())
        : OptionalDouble.empty();
  }
}
