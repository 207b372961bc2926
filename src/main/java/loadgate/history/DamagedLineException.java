package loadgate.history;

/** A line of the history cannot be read; the message says why, in one line. */
final class DamagedLineException extends Exception {

  private static final long serialVersionUID = 1L;

  DamagedLineException(String reason) {
    super(reason);
  }
}
