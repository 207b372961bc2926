package loadgate.settings;

import com.typesafe.config.ConfigOrigin;
import java.nio.file.Path;

/** The place of a value as people look it up: {@code gatling.conf:41}, {@code -Dusers}. */
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
}
