package backend.lookups;

/** A value in the cache; it has served once it was found after it was put in. */
final class Entry {

  private final Object value;
  private final long expiresAtNanos;
  private volatile boolean served;

  Entry(Object value, long expiresAtNanos) {
    this.value = value;
    this.expiresAtNanos = expiresAtNanos;
  }

  Object value() {
    return value;
  }

  long nanosLeft(long nowNanos) {
    return expiresAtNanos - nowNanos;
  }

  boolean served() {
    return served;
  }

  void serve() {
    served = true;
  }
}
