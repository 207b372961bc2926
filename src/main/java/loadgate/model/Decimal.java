package loadgate.model;

import java.math.BigDecimal;

/** Formats numbers without exponent and trailing zeros. */
public final class Decimal {

  private Decimal() {}

  public static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
