package loadgate.runlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** One of several logs, read record by record; holds the record that is next. */
final class LogCursor implements RunLogListener, Closeable, Comparable<LogCursor> {

  private enum Type {
    REQUEST,
    GROUP,
    USER,
    ERROR
  }

  private final int index;
  private final InputStream in;
  private final RecordParser parser;
  private final RunHeader header;
  private final String log;
  private Optional<String> flaw = Optional.empty();

  private int[] scenarios;
  private long shiftMillis;

  private Type type;
  private GroupPath path;
  private String text;
  private String message;
  private int number;
  private int startMillis;
  private int endMillis;
  private boolean flag;

  /**
   * @param index among the logs
   * @param groups of all logs
   */
  LogCursor(int index, RunLog log, GroupPaths groups) throws IOException {
    this.index = index;
    this.log = log.file().toString();
    this.in = Files.newInputStream(log.file());
    try {
      LogInput input = new LogInput(in, this.log);
      this.parser = new RecordParser(input, this, groups);
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
          .ifPresent(
              offset -> flaw = Optional.of("%s breaks off at byte %d".formatted(log, offset)));
    } catch (RunLogException e) {
      flaw = Optional.of(e.getMessage());
    }
    return false;
  }

  /** Why what stands behind the last record cannot be read, if so. */
  Optional<String> flaw() {
    return flaw;
  }

  /** By the time of the next record, then by their index. */
  @Override
  public int compareTo(LogCursor that) {
    int byTime = Long.compare(endMillis + shiftMillis, that.endMillis + that.shiftMillis);
    return byTime != 0 ? byTime : Integer.compare(index, that.index);
  }

  void sendTo(RunLogListener listener) throws IOException {
    int end = shifted(endMillis);
    switch (type) {
      case REQUEST -> listener.request(path, text, shifted(startMillis), end, flag, message);
      case GROUP -> listener.group(path, shifted(startMillis), end, number, flag);
      case USER -> listener.user(scenarios[number], flag, end);
      case ERROR -> listener.error(text, end);
    }
  }

  /** The times of a damaged record may be anything. */
  private int shifted(int millis) {
    return (int) Math.min(Integer.MAX_VALUE, millis + shiftMillis);
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    this.type = Type.REQUEST;
    this.path = groups;
    this.text = name;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
    this.flag = ok;
    this.message = message;
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    this.type = Type.GROUP;
    this.path = path;
    this.startMillis = startMillis;
    this.endMillis = endMillis;
    this.number = cumulatedMillis;
    this.flag = ok;
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    this.type = Type.USER;
    this.number = scenario;
    this.flag = started;
    this.endMillis = atMillis;
  }

  @Override
  public void error(String message, int atMillis) {
    this.type = Type.ERROR;
    this.text = message;
    this.endMillis = atMillis;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
