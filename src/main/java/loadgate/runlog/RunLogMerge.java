package loadgate.runlog;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Several logs of one simulation, read as one in constant memory, apart from their distinct names.
 *
 * <p>Of the records that are next in their logs, the one with the earliest time comes first; at the
 * same time, that of the log given first. The time of a request or group is its end, for that is
 * when Gatling writes it. Every log keeps the order of its own records, which is only roughly that
 * of time: so is the merged one, by as much as the logs are.
 */
public final class RunLogMerge implements Closeable {

  private final List<LogCursor> logs = new ArrayList<>();
  private final RunHeader header;

  /**
   * Reads the first record of each log.
   *
   * @param logs at least one; the merged header is that of the first, but for its start, the
   *     earliest, and its scenarios, those of all
   * @throws RunLogException if one is no run log of a supported version or ends inside its first
   *     record
   * @throws IOException if one cannot be read
   */
  public RunLogMerge(List<RunLog> logs) throws IOException {
    try {
      GroupPaths groups = new GroupPaths();
      for (RunLog log : logs) {
        this.logs.add(new LogCursor(this.logs.size(), log, groups));
      }
      this.header = merged(this.logs.stream().map(LogCursor::header).toList());
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private static RunHeader merged(List<RunHeader> headers) {
    RunHeader first = headers.get(0);
    return new RunHeader(
        first.gatlingVersion(),
        first.simulationClass(),
        headers.stream().map(RunHeader::start).min(Instant::compareTo).orElseThrow(),
        first.description(),
        headers.stream().flatMap(header -> header.scenarios().stream()).distinct().toList(),
        first.assertions());
  }

  /** The header of the merged log. */
  public RunHeader header() {
    return header;
  }

  /**
   * Hands on the header and then all records, with the times and scenarios of the merged header; a
   * log that is cut or damaged contributes the whole records before that.
   *
   * @return why the end of each log cannot be read, in the order of the logs; empty for one that
   *     ends with a whole record
   * @throws IOException if a log cannot be read, or whatever the listener throws
   */
  public List<Optional<String>> read(RunLogListener listener) throws IOException {
    listener.header(header);
    PriorityQueue<LogCursor> next = new PriorityQueue<>();
    for (LogCursor log : logs) {
      log.mapTo(header);
      if (log.advance()) {
        next.add(log);
      }
    }
    while (!next.isEmpty()) {
      LogCursor log = next.poll();
      log.sendTo(listener);
      if (log.advance()) {
        next.add(log);
      }
    }
    return logs.stream().map(LogCursor::flaw).toList();
  }

  @Override
  public void close() throws IOException {
    for (LogCursor log : logs) {
      log.close();
    }
  }
}
