package loadgate.model;

import static java.util.Objects.requireNonNull;

import io.gatling.javaapi.core.Assertion;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a gate demands of a value: {@code < 200}, {@code >= 85}.
 *
 * @param inclusive whether the limit itself passes
 */
public record Limit(Direction direction, boolean inclusive, double value) {

  private static final Pattern WRITTEN = Pattern.compile("\\s*([<>]=?)?\\s*(.*)");

  public Limit {
    requireNonNull(direction, "direction");
  }

  /** A limit that breaks the gate when it is reached. */
  public static Limit exclusive(Direction direction, double value) {
    return new Limit(direction, false, value);
  }

  /**
   * Reads a limit as the settings write it, with or without its operator: {@code 200ms}, {@code <=
   * 200ms}.
   *
   * @param direction of the measure
   * @param whole whether the measure has whole values only
   * @throws IllegalArgumentException that says what is allowed
   */
  static Limit read(String written, Direction direction, Unit unit, boolean whole) {
    Matcher parts = WRITTEN.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException(unit.allowed(direction, false, whole));
    }
    String operator = parts.group(1) == null ? direction.sign() : parts.group(1);
    boolean inclusive = operator.endsWith("=");
    if (!operator.startsWith(direction.sign())) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s or %s, because %s values are better",
              direction.sign(),
              direction.sign() + "=",
              direction == Direction.BELOW ? "lower" : "higher"));
    }
    return new Limit(direction, inclusive, unit.limit(parts.group(2), direction, inclusive, whole));
  }

  /** What is written behind the operator, if there is one. */
  public static String withoutOperator(String written) {
    Matcher parts = WRITTEN.matcher(written);
    return parts.matches() ? parts.group(2) : written;
  }

  public boolean passes(double actual) {
    return inclusive && actual == value || direction.passes(actual, value);
  }

  /** Whether a value that breaks the other limit breaks this one too. */
  public boolean isWithin(Limit other) {
    return value == other.value || direction.passes(value, other.value);
  }

  /** The same demand of another value. */
  public Limit withValue(double other) {
    return new Limit(direction, inclusive, other);
  }

  /** The operator before the value: {@code <}, {@code <=}, {@code >} or {@code >=}. */
  public String sign() {
    return direction.sign() + (inclusive ? "=" : "");
  }

  /**
   * @param limit the value as the type that Gatling takes
   */
  <T extends Number> Assertion assertion(Assertion.WithPathAndTarget<T> target, T limit) {
    if (direction == Direction.BELOW) {
      return inclusive ? target.lte(limit) : target.lt(limit);
    }
    return inclusive ? target.gte(limit) : target.gt(limit);
  }
}
