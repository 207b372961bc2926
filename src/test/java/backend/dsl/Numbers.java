package backend.dsl;

/** Whole numbers within bounds. */
final class Numbers {

  private Numbers() {}

  /** From 1 to {@code most}. */
  static int upTo(int most, String digits, int position) throws ParseException {
    int number = digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    if (number < 1 || number > most) {
      throw new ParseException(
          position, "expected a number from 1 to " + most + ", found '" + digits + "'");
    }
    return number;
  }
}
