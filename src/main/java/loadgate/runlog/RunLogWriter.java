package loadgate.runlog;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes a run log, in the layout that Gatling itself reads. It is a listener, so reading one log
 * into it copies that log. The header comes first and once; strings outside Latin-1 are written as
 * little-endian UTF-16.
 *
 * <p>A string of more than 1 MiB or more than 1000 nested groups are refused with an {@link
 * IllegalArgumentException}. After any exception but that of a wrong call order the log breaks off
 * in the middle of a record.
 */
public final class RunLogWriter implements RunLogListener, Closeable {

  private final LogOutput out;
  private final Map<String, Integer> indexes = new HashMap<>();
  private int lastIndex;
  private int scenarios = -1;

  /** Writes to a stream, which {@link #close()} closes. */
  public RunLogWriter(OutputStream out) {
    this.out = new LogOutput(out);
  }

  /** Writes to a file, replacing what it held. */
  public static RunLogWriter create(Path file) throws IOException {
    return new RunLogWriter(Files.newOutputStream(file));
  }

  /**
   * Continues a log.
   *
   * @param strings that it has named, in the order of their indexes
   */
  static RunLogWriter continuing(OutputStream end, RunHeader header, List<String> strings) {
    RunLogWriter writer = new RunLogWriter(end);
    writer.scenarios = header.scenarios().size();
    for (String string : strings) {
      writer.indexes.put(string, ++writer.lastIndex);
    }
    return writer;
  }

  @Override
  public void header(RunHeader header) throws IOException {
    if (scenarios >= 0) {
      throw new IllegalStateException("a run log has one header");
    }
    scenarios = header.scenarios().size();
    out.unsignedByte(Layout.RUN);
    out.string(header.gatlingVersion());
    out.string(header.simulationClass());
    out.int64(header.start().toEpochMilli());
    out.string(header.description());
    out.int32(scenarios);
    for (String scenario : header.scenarios()) {
      out.string(scenario);
    }
    out.int32(header.assertions().size());
    for (PickledAssertion assertion : header.assertions()) {
      out.bytes(assertion.bytes());
    }
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    begin(Layout.REQUEST);
    path(groups);
    cached(name);
    out.int32(startMillis);
    out.int32(endMillis);
    out.bool(ok);
    cached(message);
  }

  @Override
  public void group(GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {
    begin(Layout.GROUP);
    path(path);
    out.int32(startMillis);
    out.int32(endMillis);
    out.int32(cumulatedMillis);
    out.bool(ok);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IndexOutOfBoundsException if the header names no such scenario
   */
  @Override
  public void user(int scenario, boolean started, int atMillis) throws IOException {
    Objects.checkIndex(scenario, Math.max(0, scenarios));
    begin(Layout.USER);
    out.int32(scenario);
    out.bool(started);
    out.int32(atMillis);
  }

  @Override
  public void error(String message, int atMillis) throws IOException {
    begin(Layout.ERROR);
    cached(message);
    out.int32(atMillis);
  }

  /** Hands everything written so far to the stream. */
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void begin(int recordType) throws IOException {
    if (scenarios < 0) {
      throw new IllegalStateException("a run log begins with its header");
    }
    out.unsignedByte(recordType);
  }

  private void path(GroupPath path) throws IOException {
    int depth = path.names().size();
    if (depth > Layout.MAX_GROUPS) {
      throw new IllegalArgumentException(
          "%s nested groups, at most %s are allowed".formatted(depth, Layout.MAX_GROUPS));
    }
    out.int32(depth);
    for (int i = 0; i < depth; i++) {
      cached(path.names().get(i));
    }
  }

  private void cached(String string) throws IOException {
    Integer index = indexes.get(string);
    if (index != null) {
      out.int32(-index);
      return;
    }
    indexes.put(string, ++lastIndex);
    out.int32(lastIndex);
    out.string(string);
  }
}
