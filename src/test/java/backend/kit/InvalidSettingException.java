package backend.kit;

/** A setting that the user must correct; the message is one line for the user's eyes. */
public final class InvalidSettingException extends RuntimeException {

  InvalidSettingException(String message) {
    super(message, null, false, false);
  }
}
