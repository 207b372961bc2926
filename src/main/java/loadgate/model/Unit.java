package loadgate.model;

/** The units that limits and actual values are given in. */
public enum Unit {
  MILLISECONDS(" ms"),
  PERCENT(" %"),
  PER_SECOND("/s"),
  /** Of 1,000,000 bytes. */
  MEGABYTES(" MB"),
  COUNT("");

  private final String suffix;

  Unit(String suffix) {
    this.suffix = suffix;
  }

  /** The value for people, with at most two decimals. */
  public String text(double value) {
    return Decimal.text(Math.round(value * 100) / 100.0) + suffix;
  }
}
