package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import loadgate.gates.Gates;
import loadgate.gates.LogCompletion;
import loadgate.runlog.RunLogAppender;
import loadgate.runlog.RunLogOutcome;

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
    LogAdditions additions = new LogAdditions(gates, derived);
    try (RunLogAppender appender = new RunLogAppender(log)) {
      RunLogOutcome outcome =
          appender.read(additions.groups(additions.listener(), appender.writer()));
      additions.writeFigures(appender.writer(), outcome, conclusions);
      resources.writeTo(
          additions.to(appender.writer()), outcome.header().start(), derived.lastMillis());
      long completionAt = appender.flush();
      additions.end(appender.writer(), LogCompletion.PATH);
      appender.commit();
      return new CompletedLog(additions.result(outcome), log, OptionalLong.of(completionAt));
    }
  }
}
