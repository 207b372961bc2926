package loadgate.runlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes the fields of a log through a buffer. */
final class LogOutput implements Closeable {

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int BUFFER_BYTES = 1 << 16;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;

  LogOutput(OutputStream out) {
    this.out = out;
  }

  void unsignedByte(int value) throws IOException {
    reserve(1);
    buffer[position++] = (byte) value;
  }

  void bool(boolean value) throws IOException {
    unsignedByte(value ? 1 : 0);
  }

  void int32(int value) throws IOException {
    reserve(Integer.BYTES);
    INT.set(buffer, position, value);
    position += Integer.BYTES;
  }

  void int64(long value) throws IOException {
    reserve(Long.BYTES);
    LONG.set(buffer, position, value);
    position += Long.BYTES;
  }

  /**
   * @throws IllegalArgumentException if there are more than a log may have at once
   */
  void bytes(byte[] bytes) throws IOException {
    if (bytes.length > Layout.MAX_BYTES) {
      throw new IllegalArgumentException(
          "%s bytes in one string, at most %s are allowed"
              .formatted(bytes.length, Layout.MAX_BYTES));
    }
    int32(bytes.length);
    handOver();
    out.write(bytes);
  }

  void string(String string) throws IOException {
    boolean latin1 = string.chars().allMatch(c -> c <= 0xFF);
    bytes(latin1 ? string.getBytes(ISO_8859_1) : utf16(string));
    if (!string.isEmpty()) {
      unsignedByte(latin1 ? Layout.LATIN_1 : Layout.UTF_16);
    }
  }

  private static byte[] utf16(String string) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Character.BYTES * string.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asCharBuffer().put(string);
    return bytes.array();
  }

  private void reserve(int bytes) throws IOException {
    if (buffer.length - position < bytes) {
      handOver();
    }
  }

  private void handOver() throws IOException {
    // Not again by close, when the disk is full.
    int bytes = position;
    position = 0;
    out.write(buffer, 0, bytes);
  }

  void flush() throws IOException {
    handOver();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      handOver();
    }
  }
}
