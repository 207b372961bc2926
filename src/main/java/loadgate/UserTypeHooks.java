package loadgate;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import loadgate.metrics.DerivedMetric;
import loadgate.settings.Options;
import loadgate.stats.RunStatistics;
import loadgate.target.Target;

/** What a {@link UserType} may implement beside its chains, when it needs more than these. */
public interface UserTypeHooks {

  /**
   * The user type as the settings want it, which say so under {@code loadgate.user-types} by its
   * name.
   *
   * @throws loadgate.model.SettingsException for a key or a value that it does not take
   */
  default UserType configured(Options options) {
    options.only();
    return (UserType) this;
  }

  /** Whether a user leaves after one iteration, instead of repeating it until its stage ends. */
  default boolean once() {
    return false;
  }

  /**
   * The most requests that one iteration sends. With it, a limit on throughput that the users could
   * never reach is refused before the run; empty when nobody knows.
   */
  default OptionalInt requestsPerIteration() {
    return OptionalInt.empty();
  }

  /**
   * How long an iteration may take by time-outs of its own that are longer than Gatling's; the run
   * waits that long for the last one.
   */
  default Duration longestIteration() {
    return Duration.ZERO;
  }

  /**
   * Tries, before the load, what the user type cannot do without. Of several injectors only the
   * first one does it.
   */
  default void preflight(Target target) {}

  /**
   * Metrics of the whole run, computed once when the load has ended: for example how far a counter
   * has gone since {@link UserType#prepare} read it. Of several injectors each one that has users
   * of the type computes them, from its own records.
   *
   * @param title the user type's name in the report, under which its records are found
   * @param run all that was recorded
   * @throws loadgate.target.TargetException if the target does not say
   */
  default List<DerivedMetric> conclude(String title, Target target, RunStatistics run) {
    return List.of();
  }
}
