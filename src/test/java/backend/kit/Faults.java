package backend.kit;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The ways in which the backend can be told to misbehave, so that a gate can be shown to fail.
 *
 * @param latency added to every request before it is handled, 0 or more
 * @param errorRate share of requests that are answered with 500 whatever they ask, 0..1
 * @param workDelay added to every piece of work that is done behind the requests, 0 or more
 * @param databaseCalls how many calls the database of accounts serves at a time, at least 1
 * @param missing what does not work
 */
public record Faults(
    Duration latency, double errorRate, Duration workDelay, int databaseCalls, Set<Part> missing) {

  /** A backend that behaves. */
  public static final Faults NONE = new Faults(Duration.ZERO, 0, Duration.ZERO, 20, Set.of());

  /** Whether the part does what it is there for. */
  public boolean works(Part part) {
    return !missing.contains(part);
  }

  public Faults withLatency(Duration added) {
    return new Faults(added, errorRate, workDelay, databaseCalls, missing);
  }

  public Faults withErrorRate(double share) {
    return new Faults(latency, share, workDelay, databaseCalls, missing);
  }

  public Faults withWorkDelay(Duration added) {
    return new Faults(latency, errorRate, added, databaseCalls, missing);
  }

  public Faults without(Part... parts) {
    Set<Part> all = Stream.concat(missing.stream(), Stream.of(parts)).collect(Collectors.toSet());
    return new Faults(latency, errorRate, workDelay, databaseCalls, all);
  }
}
