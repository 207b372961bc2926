package loadgate.runlog;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * One assertion of the simulation in Gatling's own serialised form, kept as it is so that a log can
 * be copied.
 */
public final class PickledAssertion {

  private final byte[] bytes;

  /** Takes a copy of the bytes. */
  public PickledAssertion(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PickledAssertion that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }
}
