package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.report.Indicators;
import loadgate.report.RunResultCollector;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RequestGroups;
import loadgate.runlog.RunLogAppender;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.RunLogRecords;
import loadgate.runlog.ScenarioGroups;
import loadgate.stats.RunStatistics;
import loadgate.stats.StatisticsCollector;

/**
 * What is added to a log whose run has ended, and the result of both: executions of groups, the
 * metrics of the whole run and the users that never started.
 */
final class LogAdditions {

  private final DerivedMetrics derived;
  private final RunResultCollector measured;
  private final StartedUsers startedUsers = new StartedUsers();
  private final UnsentRequests unsent = new UnsentRequests();
  private final Gates gates;
  private final boolean ofPart;

  private LogAdditions(Gates gates, DerivedMetrics derived, boolean ofPart) {
    this.gates = gates;
    this.derived = derived;
    this.ofPart = ofPart;
    this.measured = new RunResultCollector(Optional.of(gates));
  }

  /** To the log of a whole run. */
  static LogAdditions ofRun(Gates gates, DerivedMetrics derived) {
    return new LogAdditions(gates, derived, false);
  }

  /** To the log of one of several injectors: nothing that is computed from the logs of all. */
  static LogAdditions ofPart(Gates gates, DerivedMetrics derived) {
    return new LogAdditions(gates, derived, true);
  }

  /** Has to hear the records of the log, and the executions of {@link #groupsTo} among them. */
  RunLogListener listener() {
    return new RunLogListeners(
        List.of(measured.listener(), derived.listener(), startedUsers, unsent));
  }

  /** Hands records on, and the executions of groups with them. */
  RunLogListener withGroups(RunLogListener log) {
    return new RunLogListeners(List.of(log, groupsTo(log)));
  }

  /**
   * Hears the records of a log and makes an execution for each request of the group of its user
   * type and of its own, if gates single it out.
   *
   * @param added gets the executions alone
   */
  RunLogListener groupsTo(RunLogListener added) {
    if (ofPart) {
      return new RunLogListener() {};
    }
    RunLogListener requests = new RequestGroups(added, gates.namedRequests());
    return gates.areOfPlainSimulation()
        ? requests
        : new RunLogListeners(List.of(requests, new ScenarioGroups(added)));
  }

  /** The log, which has to have been heard, with the result: whatever is added counts in both. */
  RunLogListener to(RunLogListener log) {
    return new RunLogListeners(List.of(measured.listener(), log));
  }

  void writeFigures(RunLogListener log, RunLogOutcome outcome, List<Conclusion> conclusions)
      throws IOException {
    RunStatistics run = measured.statistics(outcome);
    if (ofPart) {
      derived.conclude(run, conclusions);
    } else {
      derived.compute(run, conclusions);
    }
    derived.writeTo(to(log));
    if (gates.areOfPlainSimulation()) {
      unsent.writeTo(to(log), derived.lastMillis());
    } else {
      startedUsers.writeTo(to(log), derived.lastMillis());
    }
  }

  /**
   * Reads the log again, to which all was added but its last record. Our reader refuses every
   * string that is not where Gatling would look for it, so what it reads Gatling reads as well.
   *
   * @param last the path of the last record
   * @throws IOException if the figures are not those that were computed
   */
  CompletedLog completed(Path log, RunLogOutcome outcome, List<String> last) throws IOException {
    RunLogAppender end = new RunLogAppender(log, RunLogRecords.NONE);
    StatisticsCollector written = new StatisticsCollector();
    RunLogOutcome again = end.read(written);
    Optional<String> difference =
        measured.statistics(outcome).differenceTo(written.statistics(again));
    if (difference.isPresent()) {
      throw new IOException(
          "%s has other figures than were written, of %s".formatted(log, difference.get()));
    }
    int atMillis = derived.lastMillis();
    GroupPath path = GroupPath.of(last);
    measured.listener().group(path, atMillis, atMillis, 0, true);
    return new CompletedLog(measured.result(outcome, Indicators.configured()), end, path, atMillis);
  }
}
