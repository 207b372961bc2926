package loadgate.runlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** One of several logs, read record by record into the times and scenarios of all of them. */
final class LogCursor implements RunLogListener, Closeable, Comparable<LogCursor> {

  private final int index;
  private final RunLog log;
  private final InputStream in;
  private final RecordParser parser;
  private final RunHeader header;
  private final HeldRecord next = new HeldRecord();
  private Optional<String> flaw = Optional.empty();

  private int[] scenarios;
  private long shiftMillis;

  /**
   * @param index among the logs
   * @param groups of all logs
   */
  LogCursor(int index, RunLog log, GroupPaths groups) throws IOException {
    this.index = index;
    this.log = log;
    this.in = Files.newInputStream(log.file());
    try {
      this.parser = new RecordParser(new LogInput(in, log.file().toString()), this, groups);
      this.header = parser.header();
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  RunHeader header() {
    return header;
  }

  /** Has to be called once, before the first record. */
  void mapTo(RunHeader merged) {
    shiftMillis = header.start().toEpochMilli() - merged.start().toEpochMilli();
    List<String> all = merged.scenarios();
    scenarios = header.scenarios().stream().mapToInt(all::indexOf).toArray();
  }

  /** Moves to the next record; false when there is none that is whole. */
  boolean advance() throws IOException {
    try {
      if (parser.next()) {
        return true;
      }
      parser
          .truncatedAt()
          .ifPresent(at -> flaw = Optional.of(log.file() + " breaks off at byte " + at));
    } catch (RunLogException e) {
      flaw = Optional.of(e.getMessage());
    }
    return false;
  }

  /** Why what stands behind the last record cannot be read, if so. */
  Optional<String> flaw() {
    return flaw;
  }

  void sendTo(RunLogListener listener) throws IOException {
    next.sendTo(listener);
  }

  /** By the time of the next record, then by their index. */
  @Override
  public int compareTo(LogCursor that) {
    int byTime = Integer.compare(next.endMillis(), that.next.endMillis());
    return byTime != 0 ? byTime : Integer.compare(index, that.index);
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    next.request(groups, name, shifted(startMillis), shifted(endMillis), ok, message);
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    next.group(path, shifted(startMillis), shifted(endMillis), cumulatedMillis, ok);
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    next.user(scenarios[scenario], started, shifted(atMillis));
  }

  @Override
  public void error(String message, int atMillis) {
    next.error(message, shifted(atMillis));
  }

  /** The times of a damaged record may be anything. */
  private int shifted(int millis) {
    return (int) Math.min(Integer.MAX_VALUE, millis + shiftMillis);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
