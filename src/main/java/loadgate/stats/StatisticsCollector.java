package loadgate.stats;

import java.time.Duration;
import java.util.OptionalLong;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLogListener;
import loadgate.runlog.RunLogOutcome;

/**
 * Listens to a log and computes its statistics. They can be asked for at any time, so that a run
 * can be watched while its log is being followed; asking costs as much as there are distinct names
 * and response times, and changes nothing.
 *
 * <p>Not thread-safe: ask on the thread that reads the log.
 */
public final class StatisticsCollector implements RunLogListener {

  private final PathTree paths = new PathTree();
  private final ErrorCounter errors = new ErrorCounter();
  private final RunSpan span = new RunSpan();
  private RunHeader header;
  private TimelineCollector timeline;

  @Override
  public void header(RunHeader header) {
    if (this.header != null) {
      throw new IllegalStateException("one collector is for one log");
    }
    this.header = header;
    this.timeline = new TimelineCollector(header.scenarios());
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    long responseTime = (long) endMillis - startMillis;
    paths.request(groups, name).record(responseTime, ok);
    span.started(startMillis);
    span.ended(endMillis);
    timeline.request(startMillis, endMillis, responseTime, ok);
    if (!ok || !message.isBlank()) {
      errors.ofRequest(groups, name, message);
    }
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    paths.group(path).record(cumulatedMillis, ok);
    span.started(startMillis);
    span.ended(endMillis);
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    if (started) {
      span.started(atMillis);
    } else {
      span.ended(atMillis);
    }
    timeline.user(scenario, started, atMillis);
  }

  @Override
  public void error(String message, int atMillis) {
    errors.ofSimulation(message);
  }

  /**
   * The statistics of all records heard so far.
   *
   * @throws IllegalStateException before the header of the log has been heard
   */
  public RunStatistics statistics() {
    return statistics(OptionalLong.empty());
  }

  /**
   * The statistics of a log that has been read to its end.
   *
   * @throws IllegalStateException before the header of the log has been heard
   */
  public RunStatistics statistics(RunLogOutcome outcome) {
    return statistics(outcome.truncatedAt());
  }

  private RunStatistics statistics(OptionalLong truncatedAt) {
    if (header == null) {
      throw new IllegalStateException("no log has been read");
    }
    Duration duration = span.inBegunSeconds();
    return new RunStatistics(
        header,
        duration,
        paths.allRequests().summary(duration),
        new RecordedPaths(paths.statistics(duration)),
        errors.counts(),
        timeline.timeline(),
        truncatedAt);
  }
}
