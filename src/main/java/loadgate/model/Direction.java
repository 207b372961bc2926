package loadgate.model;

import io.gatling.javaapi.core.Assertion;

/** On which side of a limit a value passes; a value that equals the limit does not. */
public enum Direction {
  BELOW("<") {
    @Override
    public boolean passes(double value, double limit) {
      return value < limit;
    }

    @Override
    public long round(double value) {
      return (long) Math.floor(value);
    }

    @Override
    <T extends Number> Assertion assertion(Assertion.WithPathAndTarget<T> target, T limit) {
      return target.lt(limit);
    }
  },
  ABOVE(">") {
    @Override
    public boolean passes(double value, double limit) {
      return value > limit;
    }

    @Override
    public long round(double value) {
      return (long) Math.ceil(value);
    }

    @Override
    <T extends Number> Assertion assertion(Assertion.WithPathAndTarget<T> target, T limit) {
      return target.gt(limit);
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

  public abstract boolean passes(double value, double limit);

  /** Rounds to a whole number that passes every whole limit that the value itself passes. */
  public abstract long round(double value);

  abstract <T extends Number> Assertion assertion(Assertion.WithPathAndTarget<T> target, T limit);
}
