package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.runlog.RunLogAppender;
import loadgate.runlog.RunLogOutcome;
import loadgate.runlog.RunLogRecords;

/**
 * Completes a run's log: adds what Gatling did not record. That is the requests that were left over
 * at the end, an execution of its user type's group for each request, the metrics of the whole run,
 * the users that never started, and last of all the record that the log is complete, which the run
 * asserts.
 *
 * @param leftOver requests that Gatling did not record
 * @param brokenOff whether the load ended before its time
 */
record LogCompleter(
    Gates gates,
    DerivedMetrics derived,
    ResourceMetrics resources,
    List<Conclusion> conclusions,
    LostRecords lost,
    RunLogRecords leftOver,
    boolean brokenOff) {

  /**
   * Adds everything but the last record; when that fails, the log may be left as it was.
   *
   * @throws loadgate.runlog.RunLogException if it is no run log or is damaged
   * @throws IOException if it cannot be read or written, breaks off in the middle of a record,
   *     lacks records that Gatling could not write, or does not say what was written
   */
  CompletedLog complete(Path log) throws IOException {
    return completed(log, LogAdditions.ofRun(gates, derived));
  }

  /**
   * Adds to the log of one of several injectors what nobody else knows; what is added once to the
   * log of all of them is left out.
   *
   * @throws IOException as {@link #complete}
   */
  void completePart(Path log) throws IOException {
    completed(log, LogAdditions.ofPart(gates, derived)).close();
  }

  private CompletedLog completed(Path log, LogAdditions additions) throws IOException {
    if (lost.reason().isPresent()) {
      throw new IOException("Gatling could not write all of it: " + lost.reason().get());
    }
    try (RunLogAppender appender = new RunLogAppender(log, leftOver)) {
      RunLogOutcome outcome = appender.read(additions.withGroups(additions.listener()));
      appender.read(additions.groupsTo(appender.writer()));
      additions.writeFigures(appender.writer(), outcome, conclusions);
      resources.writeTo(
          additions.to(appender.writer()), outcome.header().start(), derived.lastMillis());
      appender.commit();
      return additions.completed(
          log, outcome, brokenOff ? LogCompletion.BROKEN_OFF_PATH : LogCompletion.PATH);
    } finally {
      derived.failures().forEach(problem -> System.err.println("loadgate: " + problem));
    }
  }
}
