package loadgate;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.metrics.Metric;
import loadgate.target.Target;

/**
 * What one kind of virtual user does: prepare (once, unrecorded), start, iterate, stop. The chains
 * are ordinary Gatling chains; every request in them is recorded in the group of the user type.
 *
 * <p>The class name, which ends in {@code User}, makes the names: {@code TaskMonitoringUser} is
 * {@code task-monitoring} in the settings and {@code Task Monitoring} in the report. Rarer needs
 * are in {@link UserTypeHooks}.
 */
public interface UserType {

  /** What is recorded beside the requests; gates may use these names. */
  default List<Metric> metrics() {
    return List.of();
  }

  /**
   * Brings the target into a measurable state, for example fills its cache; not recorded. Of
   * several injectors only the first one does it, for all.
   */
  default void prepare(Target target) {}

  /** What a user does once when it comes. */
  default ChainBuilder start() {
    return exec(session -> session);
  }

  /** What a user does again and again, with its think time in between. */
  ChainBuilder iterate();

  /** What a user does once before it leaves. */
  default ChainBuilder stop() {
    return exec(session -> session);
  }
}
