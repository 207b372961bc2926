package loadgate.settings;

import com.typesafe.config.ConfigException;

/** A mistake in the settings: one line that says where it is, what is wrong and what is allowed. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SettingsException(String where, String problem) {
    super(where + ": " + problem);
  }

  /** What the configuration library found, in one line. */
  public static SettingsException of(ConfigException e) {
    String reason = e.getMessage().lines().findFirst().orElse("cannot be read");
    if (e.origin() == null) {
      return new SettingsException("gatling.conf", reason);
    }
    String place = e.origin().description() + ": ";
    return new SettingsException(
        Origin.of(e.origin()),
        reason.startsWith(place) ? reason.substring(place.length()) : reason);
  }
}
