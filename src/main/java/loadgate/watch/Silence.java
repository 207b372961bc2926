package loadgate.watch;

/**
 * The longest time in which users were there, and nothing was sent nor under way. Users may pause;
 * a load that is silent for most of its length has gone astray.
 */
final class Silence {

  /** A shorter one is a pause. */
  private static final long LEAST_MILLIS = 5_000;

  private int users;
  private int underWay;
  private long quietSinceMillis;
  private long longestMillis;

  synchronized void userCame(long nowMillis) {
    if (users++ == 0) {
      quietSinceMillis = nowMillis;
    }
  }

  synchronized void userLeft(long nowMillis) {
    heard(nowMillis, nowMillis);
    users--;
  }

  synchronized void sent(long nowMillis) {
    heard(nowMillis, nowMillis);
    underWay++;
  }

  synchronized void ended(long nowMillis) {
    underWay--;
    quietSinceMillis = nowMillis;
  }

  /** A response was logged, of whichever protocol. */
  synchronized void logged(long startMillis, long endMillis) {
    heard(startMillis, endMillis);
  }

  private void heard(long startMillis, long endMillis) {
    longestMillis = longest(startMillis);
    quietSinceMillis = Math.max(quietSinceMillis, endMillis);
  }

  private long longest(long nowMillis) {
    return users > 0 && underWay == 0
        ? Math.max(longestMillis, nowMillis - quietSinceMillis)
        : longestMillis;
  }

  /** In percent of the load's length; 0 when it was short. */
  synchronized double longestPercent(long loadMillis, long nowMillis) {
    long longest = longest(nowMillis);
    return longest < LEAST_MILLIS ? 0 : Math.min(100, 100.0 * longest / loadMillis);
  }
}
