package loadgate.history;

/**
 * A line of the history that cannot be read.
 *
 * @param number counted from 1, as editors do
 */
public record DamagedLine(long number, String reason) {

  @Override
  public String toString() {
    return "line " + number + ": " + reason;
  }
}
