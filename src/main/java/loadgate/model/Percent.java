package loadgate.model;

import java.util.Locale;

/**
 * A share of a whole.
 *
 * @param value from 0 to 100
 */
public record Percent(double value) {

  public Percent {
    if (!(value >= 0 && value <= 100)) {
      throw new IllegalArgumentException("a percentage is from 0% to 100%, not " + value);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s%%", Decimal.text(value));
  }
}
