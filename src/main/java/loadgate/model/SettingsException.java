package loadgate.model;

/** A mistake in the settings: one line that says where it is, what is wrong and what is allowed. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingsException(String where, String problem) {
    super(where + ": " + problem);
  }
}
