package loadgate.runlog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Writes single fields, right or wrong, where {@link RunLogWriter} would only write right ones. */
final class LogBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** A header with one scenario, whose name is empty. */
  static LogBytes withHeader() {
    return new LogBytes()
        .int8(0)
        .string("3.15.1")
        .string("Sim")
        .int64(0)
        .string("")
        .int32(1)
        .int32(0)
        .int32(0);
  }

  LogBytes int8(int value) {
    return write(() -> out.writeByte(value));
  }

  LogBytes int32(int... values) {
    for (int value : values) {
      write(() -> out.writeInt(value));
    }
    return this;
  }

  LogBytes int64(long value) {
    return write(() -> out.writeLong(value));
  }

  LogBytes string(String latin1) {
    int32(latin1.length());
    return latin1.isEmpty()
        ? this
        : write(() -> out.write(latin1.getBytes(StandardCharsets.ISO_8859_1))).int8(0);
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  private LogBytes write(Field field) {
    try {
      field.write();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Field {
    void write() throws IOException;
  }
}
