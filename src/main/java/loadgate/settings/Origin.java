package loadgate.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;
import loadgate.model.SettingsException;

/** Tells where a value was set, as people look it up: {@code gatling.conf:41}, {@code -Dusers}. */
final class Origin {

  private Origin() {}

  static String of(ConfigOrigin origin) {
    String file = origin.filename() != null ? origin.filename() : origin.resource();
    if (file == null) {
      return origin.description();
    }
    String name = Path.of(file).getFileName().toString();
    return origin.lineNumber() > 0 ? name + ":" + origin.lineNumber() : name;
  }

  /** What the configuration library found wrong, in one line with its place. */
  static SettingsException mistake(ConfigException e) {
    String reason = e.getMessage().lines().findFirst().orElse("cannot be read");
    if (e.origin() == null) {
      return new SettingsException("gatling.conf", reason);
    }
    String place = e.origin().description() + ": ";
    return new SettingsException(
        of(e.origin()), reason.startsWith(place) ? reason.substring(place.length()) : reason);
  }
}
