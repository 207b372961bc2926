package loadgate.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogRecords;
import loadgate.watch.LoadEnd.Unanswered;

/**
 * Requests that were under way when the load ended, which Gatling logs nowhere. They are records of
 * the log like all others: failed after the time that they had waited.
 *
 * @param run that they belong to
 */
record UnansweredRequests(List<Unanswered> requests, OwnRun run) implements RunLogRecords {

  /** Its beginning tells that nobody answered, which a stall is made of. */
  static final String MESSAGE = "No answer until the end of the load";

  @Override
  public void sendTo(RunLogListener log) throws IOException {
    Optional<Path> folder = run.folder();
    if (requests.isEmpty() || folder.isEmpty()) {
      return;
    }
    long origin = RunLog.inFolder(folder.get()).header().start().toEpochMilli();
    for (Unanswered request : requests) {
      log.request(
          GroupPath.of(request.groups()),
          request.name(),
          (int) Math.max(0, request.startMillis() - origin),
          (int) Math.max(0, request.endMillis() - origin),
          false,
          MESSAGE);
    }
  }
}
