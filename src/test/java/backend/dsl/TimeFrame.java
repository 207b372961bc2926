package backend.dsl;

/**
 * A time before now.
 *
 * @param count 1..{@value #MOST}
 */
public record TimeFrame(int count, Unit unit) {

  static final int MOST = 9_999;

  private static final int HOURS_OF_A_DAY = 24;

  /** With the trading days that it has. */
  public enum Unit {
    HOURS('h', 0),
    DAYS('d', 1),
    WEEKS('w', 5),
    MONTHS('m', 21),
    YEARS('y', 252);

    private final char letter;
    private final int days;

    Unit(char letter, int days) {
      this.letter = letter;
      this.days = days;
    }
  }

  /** In trading days, at least one. */
  public int days() {
    return unit == Unit.HOURS ? (count + HOURS_OF_A_DAY - 1) / HOURS_OF_A_DAY : count * unit.days;
  }

  /** As it is written. */
  @Override
  public String toString() {
    return count + String.valueOf(unit.letter);
  }

  static TimeFrame of(Token token) throws ParseException {
    String digits = token.text().replaceFirst("\\D.*", "");
    String letters = token.text().substring(digits.length());
    for (Unit unit : Unit.values()) {
      if (letters.equals(String.valueOf(unit.letter))) {
        return new TimeFrame(Numbers.upTo(MOST, digits, token.position()), unit);
      }
    }
    throw new ParseException(
        token.position(), "expected a time frame in d, h, w, m or y, found " + token.shown());
  }
}
