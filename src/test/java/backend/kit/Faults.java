package backend.kit;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which the backend can be told to misbehave, so that a gate can be shown to fail.
 *
 * @param latency added to every request before it is handled, 0 or more
 * @param slowdown by which that latency grows every minute from the first request on, 0 or more
 * @param errorRate share of requests that are answered with 500 whatever they ask, 0..1
 * @param workDelay added to every piece of work that is done behind the requests, 0 or more
 * @param databaseCalls how many calls the database of accounts serves at a time, at least 1
 * @param leak bytes of memory that are kept for ever, this many more every minute, 0 or more
 * @param missing what does not work
 */
public record Faults(
    Duration latency,
    Duration slowdown,
    double errorRate,
    Duration workDelay,
    int databaseCalls,
    long leak,
    Set<Part> missing) {

  /** A backend that behaves. */
  public static final Faults NONE =
      new Faults(Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, 20, 0, Set.of());

  /** Whether the part does what it is there for. */
  public boolean works(Part part) {
    return !missing.contains(part);
  }

  public Faults withLatency(Duration added) {
    return new Faults(added, slowdown, errorRate, workDelay, databaseCalls, leak, missing);
  }

  public Faults withSlowdown(Duration perMinute) {
    return new Faults(latency, perMinute, errorRate, workDelay, databaseCalls, leak, missing);
  }

  public Faults withErrorRate(double share) {
    return new Faults(latency, slowdown, share, workDelay, databaseCalls, leak, missing);
  }

  public Faults withWorkDelay(Duration added) {
    return new Faults(latency, slowdown, errorRate, added, databaseCalls, leak, missing);
  }

  public Faults without(Part... parts) {
    Set<Part> all = Stream.concat(missing.stream(), Stream.of(parts)).collect(Collectors.toSet());
    return new Faults(latency, slowdown, errorRate, workDelay, databaseCalls, leak, all);
  }
}
