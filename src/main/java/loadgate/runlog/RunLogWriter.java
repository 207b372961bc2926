package loadgate.runlog;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

  private static final int BUFFER_BYTES = 1 << 16;

  private final DataOutputStream out;
  private final Map<String, Integer> indexes = new HashMap<>();
  private int scenarios = -1;

  /** Writes to a stream, which {@link #close()} closes. */
  public RunLogWriter(OutputStream out) {
    this.out = buffered(out);
  }

  /** Writes to a file, replacing what it held. */
  public static RunLogWriter create(Path file) throws IOException {
    return new RunLogWriter(Files.newOutputStream(file));
  }

  /**
   * Learns which strings a log has named, and under which index. It must hear the whole log before
   * the first record that continues it.
   */
  RunLogListener knownStrings() {
    return new RunLogListener() {
      @Override
      public void header(RunHeader header) {
        scenarios = header.scenarios().size();
      }

      @Override
      public void request(
          GroupPath groups, String name, int start, int end, boolean ok, String message) {
        know(groups);
        know(name);
        know(message);
      }

      @Override
      public void group(GroupPath path, int start, int end, int cumulated, boolean ok) {
        know(path);
      }

      @Override
      public void error(String message, int atMillis) {
        know(message);
      }
    };
  }

  private void know(GroupPath path) {
    path.names().forEach(this::know);
  }

  private void know(String string) {
    indexes.putIfAbsent(string, indexes.size() + 1);
  }

  private static DataOutputStream buffered(OutputStream out) {
    return new DataOutputStream(new BufferedOutputStream(out, BUFFER_BYTES));
  }

  @Override
  public void header(RunHeader header) throws IOException {
    if (scenarios >= 0) {
      throw new IllegalStateException("a run log has one header");
    }
    scenarios = header.scenarios().size();
    out.writeByte(Layout.RUN);
    string(header.gatlingVersion());
    string(header.simulationClass());
    out.writeLong(header.start().toEpochMilli());
    string(header.description());
    out.writeInt(scenarios);
    for (String scenario : header.scenarios()) {
      string(scenario);
    }
    out.writeInt(header.assertions().size());
    for (PickledAssertion assertion : header.assertions()) {
      byte[] bytes = assertion.bytes();
      length(bytes.length);
      out.write(bytes);
    }
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    begin(Layout.REQUEST);
    path(groups);
    cached(name);
    out.writeInt(startMillis);
    out.writeInt(endMillis);
    out.writeBoolean(ok);
    cached(message);
  }

  @Override
  public void group(GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {
    begin(Layout.GROUP);
    path(path);
    out.writeInt(startMillis);
    out.writeInt(endMillis);
    out.writeInt(cumulatedMillis);
    out.writeBoolean(ok);
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
    out.writeInt(scenario);
    out.writeBoolean(started);
    out.writeInt(atMillis);
  }

  @Override
  public void error(String message, int atMillis) throws IOException {
    begin(Layout.ERROR);
    cached(message);
    out.writeInt(atMillis);
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
    out.writeByte(recordType);
  }

  private void path(GroupPath path) throws IOException {
    int depth = path.names().size();
    if (depth > Layout.MAX_GROUPS) {
      throw new IllegalArgumentException(
          "%d nested groups, at most %d are allowed".formatted(depth, Layout.MAX_GROUPS));
    }
    out.writeInt(depth);
    for (int i = 0; i < depth; i++) {
      cached(path.names().get(i));
    }
  }

  private void cached(String string) throws IOException {
    Integer index = indexes.get(string);
    if (index != null) {
      out.writeInt(-index);
      return;
    }
    indexes.put(string, indexes.size() + 1);
    out.writeInt(indexes.size());
    string(string);
  }

  private void string(String string) throws IOException {
    boolean latin1 = string.chars().allMatch(c -> c <= 0xFF);
    byte[] bytes = latin1 ? string.getBytes(StandardCharsets.ISO_8859_1) : utf16(string);
    length(bytes.length);
    if (bytes.length > 0) {
      out.write(bytes);
      out.writeByte(latin1 ? Layout.LATIN_1 : Layout.UTF_16);
    }
  }

  private static byte[] utf16(String string) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Character.BYTES * string.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(string);
    return bytes.array();
  }

  private void length(int bytes) throws IOException {
    if (bytes > Layout.MAX_BYTES) {
      throw new IllegalArgumentException(
          "%d bytes in one string, at most %d are allowed".formatted(bytes, Layout.MAX_BYTES));
    }
    out.writeInt(bytes);
  }
}
