package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.gates.MeasuredPaths;
import loadgate.report.Indicators;
import loadgate.report.RunResultCollector;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RequestGroups;
import loadgate.runlog.RunLogAppender;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogListeners;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.ScenarioGroups;
import loadgate.stats.RunStatistics;

/**
 * Completes a run's log: adds what Gatling did not record. That is an execution of its user type's
 * group for each request, the metrics of the whole run, the users that never started, and last of
 * all the record that the log is complete, which the run asserts.
 */
record LogCompleter(
    Gates gates,
    DerivedMetrics derived,
    ResourceMetrics resources,
    List<Conclusion> conclusions,
    LostRecords lost) {

  /**
   * Reads the log once and appends to it; when that fails, the log is left as it was.
   *
   * @throws loadgate.runlog.RunLogException if it is no run log or is damaged
   * @throws IOException if it cannot be read or written, breaks off in the middle of a record, or
   *     lacks records that Gatling could not write
   */
  CompletedLog complete(Path log) throws IOException {
    if (lost.reason().isPresent()) {
      throw new IOException("Gatling could not write all of it: " + lost.reason().get());
    }
    RunResultCollector collector = new RunResultCollector(Optional.of(gates));
    RunLogListener measured = collector.listener();
    StartedUsers startedUsers = new StartedUsers();
    UnsentRequests unsent = new UnsentRequests();
    boolean hasUserTypes = !gates.areOfPlainSimulation();
    try (RunLogAppender appender = new RunLogAppender(log)) {
      RunLogListener requests =
          new RequestGroups(
              new RunLogListeners(List.of(measured, derived.listener(), startedUsers, unsent)),
              appender.writer(),
              gates.requests(),
              MeasuredPaths.REQUESTS.group());
      RunLogOutcome outcome =
          appender.read(hasUserTypes ? new ScenarioGroups(requests, appender.writer()) : requests);
      RunStatistics run = collector.statistics(outcome);
      derived.compute(run, conclusions);
      RunLogListener both = new RunLogListeners(List.of(measured, appender.writer()));
      derived.writeTo(both);
      int end = derived.lastMillis();
      resources.writeTo(both, run.header().start(), end);
      if (hasUserTypes) {
        startedUsers.writeTo(both, end);
      } else {
        unsent.writeTo(both, end);
      }
      long completionAt = appender.flush();
      both.group(GroupPath.of(LogCompletion.PATH), end, end, 0, true);
      appender.commit();
      return new CompletedLog(
          collector.result(outcome, Indicators.configured()), log, OptionalLong.of(completionAt));
    }
  }
}
