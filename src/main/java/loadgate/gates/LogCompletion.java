package loadgate.gates;

import static io.gatling.javaapi.core.CoreDsl.details;

import io.gatling.commons.stats.assertion.AssertionPath;
import io.gatling.javaapi.core.Assertion;
import java.util.List;
import loadgate.runlog.RunHeader;
import loadgate.stats.RunStatistics;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The last record of a completed run log. It is written after everything that is added to the log
 * when the load has ended. Every run with gates asserts that it is there, so that a run whose log
 * could not be completed is red, whatever its other assertions say.
 */
public final class LogCompletion {

  /** Where the record stands, as a group of its own. */
  public static final List<String> PATH = List.of("Loadgate", "Log completed");

  /**
   * What stands there instead, as a group of its own, when all was added to the merged log of
   * several injectors, but their logs are not all there.
   */
  public static final List<String> PARTS_MISSING_PATH = List.of("Loadgate", "Parts missing");

  /**
   * What stands there instead when a simulation has ended its load before its time: its figures are
   * of a part of it.
   */
  public static final List<String> BROKEN_OFF_PATH = List.of("Loadgate", "Load broken off");

  private LogCompletion() {}

  static Assertion assertion() {
    return details(PATH.toArray(String[]::new)).allRequests().count().gte(1L);
  }

  /**
   * Whether the log ends with a whole record, and with that one if the run asserts it; never when
   * what it asserts cannot be read.
   */
  public static boolean isComplete(RunStatistics run) {
    return run.truncatedAt().isEmpty()
        && !hasPartsMissing(run)
        && !isBrokenOff(run)
        && !isMissingIn(run)
        && AssertionOutcome.areReadable(run.header());
  }

  /** Whether logs of injectors are not all there. */
  public static boolean hasPartsMissing(RunStatistics run) {
    return run.find(PARTS_MISSING_PATH).isPresent();
  }

  /** Whether the simulation has ended its load before its time. */
  public static boolean isBrokenOff(RunStatistics run) {
    return run.find(BROKEN_OFF_PATH).isPresent();
  }

  /** Whether the run asserts that its log is complete, and nothing was added to it. */
  public static boolean isMissingIn(RunStatistics run) {
    return run.find(PATH).isEmpty()
        && !hasPartsMissing(run)
        && !isBrokenOff(run)
        && isAsserted(run.header());
  }

  /** Whether a run asserts that its log is complete, as every run with gates does. */
  public static boolean isAsserted(RunHeader run) {
    return AssertionOutcome.assertions(run.assertions()).stream()
        .anyMatch(assertion -> isOf(assertion.path()));
  }

  static boolean isOf(AssertionPath path) {
    return path instanceof AssertionPath.Details details
        && PATH.equals(CollectionConverters.asJava(details.parts()));
  }
}
