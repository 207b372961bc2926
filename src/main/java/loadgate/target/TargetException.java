package loadgate.target;

/**
 * The target is not in a state to be measured: one line that says what failed and what to check.
 */
public final class TargetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TargetException(String message) {
    super(message);
  }
}
