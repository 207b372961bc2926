package loadgate.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The limits on one measure, read from the settings.
 *
 * @param userType empty for a gate over all requests of the run
 * @param detail the request (or value) of the user type that the gate is about; empty for the whole
 *     type
 * @param fail limit that turns the run red, in the measure's unit
 * @param warn limit that is shown and never red, in the measure's unit
 * @param minSamples how many samples a rate needs to count as measured
 * @param where the place of the gate, for messages
 */
public record GateLimits(
    Optional<String> userType,
    Optional<String> detail,
    Measure measure,
    OptionalDouble fail,
    OptionalDouble warn,
    int minSamples,
    String where) {

  /** A measure of a user type, or of all requests, that is shown without being judged. */
  public static GateLimits unlimited(Optional<String> userType, Measure measure) {
    return new GateLimits(
        userType, Optional.empty(), measure, OptionalDouble.empty(), OptionalDouble.empty(), 1, "");
  }
}
