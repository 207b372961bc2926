package loadgate.model;

import java.math.BigDecimal;

/** Numbers as people write them: no exponent, no trailing zeros. */
public final class Decimal {

  private Decimal() {}

  public static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
