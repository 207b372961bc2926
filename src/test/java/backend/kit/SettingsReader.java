package backend.kit;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one section, value by value, and refuses with the place and what is allowed there. */
final class SettingsReader {

  static final String SECTION = "loadgate.backend";

  /** {@code main-class} and {@code start-timeout} are for whoever launches the backend. */
  private static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "main-class",
                  "start-timeout",
                  "port",
                  "parent",
                  "bcrypt-cost",
                  "access-token-lifetime",
                  "faults.latency",
                  "faults.error-rate",
                  "faults.work-delay",
                  "faults.database-calls"),
              Stream.of(Part.values()).map(part -> "faults." + part.key()))
          .toList();

  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

  private final Config section;

  private SettingsReader(Config section) {
    this.section = section;
  }

  static SettingsReader of(Config config) {
    if (!config.hasPath(SECTION)) {
      return new SettingsReader(ConfigFactory.empty());
    }
    ConfigValue value = config.getValue(SECTION);
    if (value.valueType() != ConfigValueType.OBJECT) {
      throw refused(value.origin(), SECTION, "is a section: " + SECTION + " { ... }");
    }
    Config section = config.getConfig(SECTION);
    for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
      String key = String.join(".", ConfigUtil.splitPath(entry.getKey()));
      if (!KEYS.contains(key)) {
        throw refused(
            entry.getValue().origin(),
            SECTION + "." + key,
            "is not known here; allowed are " + String.join(", ", KEYS));
      }
    }
    return new SettingsReader(section);
  }

  void text(String key) {
    read(key, "", "a text", section::getString);
  }

  int integer(String key, int fallback, int min, int max) {
    String allowed = "a whole number from " + min + " to " + max;
    int value = read(key, fallback, allowed, section::getInt);
    return demand(value >= min && value <= max, key, allowed, value);
  }

  Duration duration(String key, Duration fallback, Duration min) {
    String allowed = "a duration of at least " + min.toMillis() + "ms, such as 200ms, 40s or 30m";
    Duration value = read(key, fallback, allowed, section::getDuration);
    return demand(value.compareTo(min) >= 0, key, allowed, value);
  }

  /** A share, written as a percentage, as 0..1. */
  double percent(String key, double fallback) {
    String allowed = "a percentage from 0% to 100%, such as 5%";
    if (!section.hasPath(key)) {
      return fallback;
    }
    Matcher percent = PERCENT.matcher(read(key, "", allowed, section::getString));
    boolean matches = percent.matches();
    double share = matches ? Double.parseDouble(percent.group(1)) / 100 : Double.NaN;
    return demand(share >= 0 && share <= 1, key, allowed, share);
  }

  boolean onOff(String key, boolean fallback) {
    return choice(key, fallback, "on", "off");
  }

  boolean truth(String key, boolean fallback) {
    return choice(key, fallback, "true", "false");
  }

  private boolean choice(String key, boolean fallback, String yes, String no) {
    String allowed = yes + " or " + no;
    String value = read(key, fallback ? yes : no, allowed, section::getString);
    demand(value.equals(yes) || value.equals(no), key, allowed, value);
    return value.equals(yes);
  }

  private interface Getter<T> {
    T get(String key);
  }

  private <T> T read(String key, T fallback, String allowed, Getter<T> getter) {
    try {
      return section.hasPath(key) ? getter.get(key) : fallback;
    } catch (ConfigException e) {
      return demand(false, key, allowed, fallback);
    }
  }

  private <T> T demand(boolean valid, String key, String allowed, T value) {
    if (!valid) {
      ConfigValue written = section.getValue(key);
      throw refused(
          written.origin(),
          SECTION + "." + key,
          written.render() + " is not allowed, it takes " + allowed);
    }
    return value;
  }

  private static InvalidSettingException refused(ConfigOrigin origin, String path, String why) {
    String file = origin.resource() != null ? origin.resource() : origin.filename();
    String place = file == null ? "system property" : file + ":" + origin.lineNumber();
    return new InvalidSettingException(place + ": " + path + ": " + why);
  }
}
