package loadgate.run;

import java.io.IOException;
import loadgate.gates.MeasuredSimulation;
import loadgate.metrics.UserTypeMetrics;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;

/**
 * Counts the requests of a simulation without user types that could not be built, which Gatling
 * counts as no requests: they are errors in the log and nothing else.
 */
final class UnsentRequests implements RunLogListener {

  private int errors;

  @Override
  public void error(String message, int atMillis) {
    errors++;
  }

  /** Adds a miss for each, after a hit which says that they were looked for. */
  void writeTo(RunLogListener log, int atMillis) throws IOException {
    GroupPath path = GroupPath.of(MeasuredSimulation.GROUP, UserTypeMetrics.UNSENT.title());
    log.group(path, atMillis, atMillis, 0, true);
    for (int i = 0; i < errors; i++) {
      log.group(path, atMillis, atMillis, 0, false);
    }
  }
}
