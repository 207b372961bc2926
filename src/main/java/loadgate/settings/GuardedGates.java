package loadgate.settings;

import java.util.List;
import java.util.Optional;
import loadgate.model.GateLimits;
import loadgate.model.Measure;
import loadgate.model.SettingsException;

/** Gates that are always on: each of them is taken away by a reason and by nothing else. */
final class GuardedGates {

  private static final String GOES_BY_A_REASON = "is always on; \"off: the reason\" takes it away";

  private GuardedGates() {}

  static boolean include(Optional<String> userType, Optional<String> detail, Measure measure) {
    return detail.isEmpty() && measure.isGuarded(userType.isEmpty());
  }

  /** The error for one that is said to be nothing. */
  static SettingsException takenAway(Section limits, String key) {
    return limits.error(key, GOES_BY_A_REASON);
  }

  /**
   * Refuses gates without one of them: a block that a file begins anew, after null or over another
   * value, is no longer laid over the defaults.
   *
   * @param defaults the gates of a project that says nothing
   */
  static void check(List<GateLimits> gates, List<GateLimits> defaults) {
    for (GateLimits guarded : defaults) {
      boolean missing =
          include(guarded.userType(), guarded.detail(), guarded.measure())
              && gates.stream()
                  .filter(gate -> gate.userType().equals(guarded.userType()))
                  .filter(gate -> gate.detail().isEmpty())
                  .noneMatch(gate -> gate.measure().equals(guarded.measure()));
      if (missing) {
        throw new SettingsException(
            "loadgate.gates.%s.%s"
                .formatted(guarded.userType().orElse(GateReader.GLOBAL), guarded.measure().name()),
            GOES_BY_A_REASON);
      }
    }
  }
}
