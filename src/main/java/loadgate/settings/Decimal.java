package loadgate.settings;

import java.math.BigDecimal;

/** Numbers as people write them: no exponent, no trailing zeros. */
final class Decimal {

  private Decimal() {}

  static String text(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
