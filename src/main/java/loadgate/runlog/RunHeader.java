package loadgate.runlog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * The first record of a run log.
 *
 * @param gatlingVersion the version that wrote the log, such as {@code 3.15.1}
 * @param simulationClass the fully qualified name of the simulation
 * @param start what every time of the log counts from, in whole milliseconds
 * @param description what the user wrote about the run, or an empty string
 * @param scenarios the names that user records refer to by index
 * @param assertions the simulation's assertions in the order of its {@code setUp}
 */
public record RunHeader(
    String gatlingVersion,
    String simulationClass,
    Instant start,
    String description,
    List<String> scenarios,
    List<PickledAssertion> assertions) {

  public RunHeader {
    requireNonNull(gatlingVersion, "gatlingVersion");
    requireNonNull(simulationClass, "simulationClass");
    requireNonNull(start, "start");
    requireNonNull(description, "description");
    scenarios = List.copyOf(scenarios);
    assertions = List.copyOf(assertions);
  }
}
