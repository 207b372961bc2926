package loadgate.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The limits on one measure, read from the settings.
 *
 * @param userType empty for a gate over all requests of the run
 * @param detail the request of the user type that the gate is about; empty for the whole type
 * @param fail limit that turns the run red, in the measure's unit
 * @param warn limit that is shown and never red, in the measure's unit
 * @param minSamples how many samples the measure needs; with fewer it is inconclusive
 * @param baseline what earlier runs came to, in the measure's unit; of a regression gate alone
 * @param off why a gate that is always on is not; without limits then
 * @param where the place of the gate, for messages
 */
public record GateLimits(
    Optional<String> userType,
    Optional<String> detail,
    Measure measure,
    Optional<Limit> fail,
    Optional<Limit> warn,
    int minSamples,
    OptionalDouble baseline,
    Optional<String> off,
    String where) {

  /** With a fail limit, a warn limit or both. */
  public GateLimits(
      Optional<String> userType,
      Optional<String> detail,
      Measure measure,
      Optional<Limit> fail,
      Optional<Limit> warn,
      int minSamples,
      String where) {
    this(
        userType,
        detail,
        measure,
        fail,
        warn,
        minSamples,
        OptionalDouble.empty(),
        Optional.empty(),
        where);
  }

  /** A gate that is always on, taken away. */
  public static GateLimits off(
      Optional<String> userType,
      Optional<String> detail,
      Measure measure,
      String reason,
      String where) {
    return new GateLimits(
        userType,
        detail,
        measure,
        Optional.empty(),
        Optional.empty(),
        1,
        OptionalDouble.empty(),
        Optional.of(reason),
        where);
  }

  /** A measure of a user type, or of all requests, that is shown without being judged. */
  public static GateLimits unlimited(Optional<String> userType, Measure measure) {
    return new GateLimits(
        userType, Optional.empty(), measure, Optional.empty(), Optional.empty(), 1, "");
  }
}
