package loadgate.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import loadgate.gates.Gates;
import loadgate.report.Indicators;
import loadgate.report.RunResult;
import loadgate.report.RunResultCollector;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RequestGroups;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.ScenarioGroups;

/**
 * What is added to a log whose run has ended, and the result of both: the metrics of the whole run,
 * the users that never started, and last of all whether the log is complete.
 */
final class LogAdditions {

  private final DerivedMetrics derived;
  private final RunResultCollector measured;
  private final StartedUsers startedUsers = new StartedUsers();
  private final UnsentRequests unsent = new UnsentRequests();
  private final Gates gates;

  LogAdditions(Gates gates, DerivedMetrics derived) {
    this.gates = gates;
    this.derived = derived;
    this.measured = new RunResultCollector(Optional.of(gates));
  }

  /** Has to hear the records of the log, and the executions of {@link #groups} among them. */
  RunLogListener listener() {
    return new RunLogListeners(
        List.of(measured.listener(), derived.listener(), startedUsers, unsent));
  }

  /**
   * Hands the records of a log on, with an execution for each request of the group of its user type
   * and of its own, if gates single it out.
   *
   * @param all gets the log's records and the added ones
   * @param added gets the added ones alone
   */
  RunLogListener groups(RunLogListener all, RunLogListener added) {
    RunLogListener requests = new RequestGroups(all, added, gates.namedRequests());
    return gates.areOfPlainSimulation() ? requests : new ScenarioGroups(requests, added);
  }

  /** The log, which has to have been heard, with the result: whatever is added counts in both. */
  RunLogListener to(RunLogListener log) {
    return new RunLogListeners(List.of(measured.listener(), log));
  }

  void writeFigures(RunLogListener log, RunLogOutcome outcome, List<Conclusion> conclusions)
      throws IOException {
    derived.compute(measured.statistics(outcome), conclusions);
    derived.writeTo(to(log));
    if (gates.areOfPlainSimulation()) {
      unsent.writeTo(to(log), derived.lastMillis());
    } else {
      startedUsers.writeTo(to(log), derived.lastMillis());
    }
  }

  /**
   * Ends the log.
   *
   * @param path of the last record
   */
  void end(RunLogListener log, List<String> path) throws IOException {
    int end = derived.lastMillis();
    to(log).group(GroupPath.of(path), end, end, 0, true);
  }

  RunResult result(RunLogOutcome outcome) {
    return measured.result(outcome, Indicators.configured());
  }
}
