package backend;

import java.time.Duration;

/**
 * The ways in which the backend can be told to misbehave, so that a gate can be shown to fail.
 *
 * @param latency added to every request before it is handled, 0 or more
 * @param errorRate share of requests that are answered with 500 whatever they ask, 0..1
 * @param cache whether answers are kept; without, each one is computed and says so
 * @param cacheHeader whether answers say if they come from the cache
 * @param workers whether anybody works on tasks
 * @param revocation whether a refresh token dies when it is used or logged out
 */
public record Faults(
    Duration latency,
    double errorRate,
    boolean cache,
    boolean cacheHeader,
    boolean workers,
    boolean revocation) {

  /** A backend that behaves. */
  public static final Faults NONE = new Faults(Duration.ZERO, 0, true, true, true, true);

  public Faults {
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency must not be negative: " + latency);
    }
    if (!(errorRate >= 0 && errorRate <= 1)) {
      throw new IllegalArgumentException("error rate must be from 0 to 1: " + errorRate);
    }
  }

  public Faults withLatency(Duration added) {
    return new Faults(added, errorRate, cache, cacheHeader, workers, revocation);
  }

  public Faults withErrorRate(double share) {
    return new Faults(latency, share, cache, cacheHeader, workers, revocation);
  }

  public Faults withoutCache() {
    return new Faults(latency, errorRate, false, cacheHeader, workers, revocation);
  }

  public Faults withoutCacheHeader() {
    return new Faults(latency, errorRate, cache, false, workers, revocation);
  }

  public Faults withoutWorkers() {
    return new Faults(latency, errorRate, cache, cacheHeader, false, revocation);
  }

  public Faults withoutRevocation() {
    return new Faults(latency, errorRate, cache, cacheHeader, workers, false);
  }
}
