package loadgate.model;

/** On which side of a limit a value passes. */
public enum Direction {
  BELOW("<") {
    @Override
    public boolean passes(double value, double limit) {
      return value < limit;
    }
  },
  ABOVE(">") {
    @Override
    public boolean passes(double value, double limit) {
      return value > limit;
    }
  };

  private final String sign;

  Direction(String sign) {
    this.sign = sign;
  }

  /** The sign before a limit: {@code <} or {@code >}. */
  public String sign() {
    return sign;
  }

  /** Whether the value is on the right side of the limit, and not the limit itself. */
  public abstract boolean passes(double value, double limit);
}
