package loadgate.runlog;

import java.io.IOException;

/**
 * A file that is not a readable run log. The message names the file, the byte and what is wrong
 * there.
 */
public final class RunLogException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long offset;

  RunLogException(String log, long offset, String problem) {
    super("%s, byte %s: %s".formatted(log, offset, problem));
    this.offset = offset;
  }

  /** The offset of the first byte of the field that cannot be right, counted from 0. */
  public long offset() {
    return offset;
  }
}
