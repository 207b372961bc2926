package loadgate.run;

import java.io.Closeable;
import java.io.IOException;
import loadgate.report.RunResult;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogAppender;

/**
 * A run's log to which all was added but its last record, which says that the run is complete. That
 * comes when all else is written that a complete run leaves.
 *
 * @param run what the log says with its last record
 * @param last the path of that record
 */
record CompletedLog(RunResult run, RunLogAppender log, GroupPath last, int atMillis)
    implements Closeable {

  /** Adds the last record; when that fails, the log stays without it. */
  void end() throws IOException {
    log.writer().group(last, atMillis, atMillis, 0, true);
    log.commit();
  }

  /** Takes the last record back, which needs no space on a disk that is full. */
  void takeBack() throws IOException {
    log.takeBack();
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
