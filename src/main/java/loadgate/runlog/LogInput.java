package loadgate.runlog;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads the fields of a log through a buffer. Every method throws {@link EndOfLog} when the input
 * ends inside the field and {@link RunLogException} when the field cannot be right.
 */
final class LogInput {

  /**
   * The input ended inside a field. Not an EOFException, which a listener might throw for reasons
   * of its own.
   */
  static final class EndOfLog extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final String name;

  private byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long bufferOffset;

  /**
   * @param name what to call the log in errors
   */
  LogInput(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  /** The offset of the next byte. */
  long offset() {
    return bufferOffset + position;
  }

  /** The error of a field of {@code bytes} bytes that has just been read. */
  RunLogException wrong(int bytes, String problem) {
    return new RunLogException(name, offset() - bytes, problem);
  }

  boolean atEnd() throws IOException {
    return position == limit && !fill(1);
  }

  int unsignedByte() throws IOException {
    require(1);
    return buffer[position++] & 0xFF;
  }

  boolean bool(String field) throws IOException {
    int value = unsignedByte();
    if (value > 1) {
      throw wrong(1, "%s is %s, not 0 or 1".formatted(field, value));
    }
    return value == 1;
  }

  int int32() throws IOException {
    require(Integer.BYTES);
    int value = (int) INT.get(buffer, position);
    position += Integer.BYTES;
    return value;
  }

  long int64() throws IOException {
    require(Long.BYTES);
    long value = (long) LONG.get(buffer, position);
    position += Long.BYTES;
    return value;
  }

  /** An int that counts what follows and must be within 0 and {@code max}. */
  int count(String field, int max) throws IOException {
    int value = int32();
    if (value < 0 || value > max) {
      throw wrong(Integer.BYTES, "%s is %s, not within 0 and %s".formatted(field, value, max));
    }
    return value;
  }

  byte[] bytes(String field) throws IOException {
    int length = count("length of the " + field, Layout.MAX_BYTES);
    require(length);
    position += length;
    return Arrays.copyOfRange(buffer, position - length, position);
  }

  String string() throws IOException {
    int length = count("length of a string", Layout.MAX_BYTES);
    if (length == 0) {
      return "";
    }
    require(length + 1);
    int start = position;
    position += length + 1;
    int coder = buffer[start + length] & 0xFF;
    return switch (coder) {
      case Layout.LATIN_1 -> new String(buffer, start, length, ISO_8859_1);
      case Layout.UTF_16 -> utf16(start, length);
      default -> throw wrong(1, "coder of a string is %s, not 0 or 1".formatted(coder));
    };
  }

  private String utf16(int start, int length) throws RunLogException {
    if (length % Character.BYTES != 0) {
      throw wrong(length + 1, "length of a UTF-16 string is odd: " + length);
    }
    // Not new String(..., UTF_16LE), which would replace an unpaired surrogate: a name is kept as
    // it was written.
    return ByteBuffer.wrap(buffer, start, length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asCharBuffer()
        .toString();
  }

  private void require(int bytes) throws IOException {
    if (limit - position < bytes && !fill(bytes)) {
      throw new EndOfLog();
    }
  }

  /**
   * The buffer grows with the bytes that arrive, not with the length that was announced: that may
   * be damaged.
   */
  private boolean fill(int bytes) throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    bufferOffset += position;
    limit -= position;
    position = 0;
    while (limit < bytes) {
      if (limit == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }
}
