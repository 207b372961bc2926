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
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one section, value by value, and refuses with the place and what is allowed there. */
final class SettingsReader {

  static final String SECTION = "loadgate.backend";

  private static final Pattern PERCENT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");

  private final Config section;
  private final TreeSet<String> known = new TreeSet<>();

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
    return new SettingsReader(config.getConfig(SECTION));
  }

  /** Allows keys that somebody else reads. */
  void allow(String... keys) {
    known.addAll(List.of(keys));
  }

  int integer(String key, int fallback, int min, int max) {
    String allowed = "a whole number from " + min + " to " + max;
    return read(key, fallback, allowed, section::getInt, number -> number >= min && number <= max);
  }

  Duration duration(String key, Duration fallback, Duration min) {
    String allowed = "a duration of at least " + min.toMillis() + "ms, such as 200ms, 40s or 30m";
    return read(
        key, fallback, allowed, section::getDuration, duration -> duration.compareTo(min) >= 0);
  }

  /** A share, written as a percentage, as 0..1. */
  double percent(String key, double fallback) {
    String allowed = "a percentage from 0% to 100%, such as 5%";
    return read(key, fallback, allowed, this::share, share -> share >= 0 && share <= 1);
  }

  private double share(String key) {
    Matcher percent = PERCENT.matcher(section.getString(key));
    return percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : Double.NaN;
  }

  boolean onOff(String key, boolean fallback) {
    return choice(key, fallback, "on", "off");
  }

  boolean truth(String key, boolean fallback) {
    return choice(key, fallback, "true", "false");
  }

  private boolean choice(String key, boolean fallback, String yes, String no) {
    return read(
            key,
            fallback ? yes : no,
            yes + " or " + no,
            section::getString,
            word -> word.equals(yes) || word.equals(no))
        .equals(yes);
  }

  private <T> T read(
      String key, T fallback, String allowed, Function<String, T> getter, Predicate<T> valid) {
    known.add(key);
    if (!section.hasPath(key)) {
      return fallback;
    }
    try {
      T value = getter.apply(key);
      if (valid.test(value)) {
        return value;
      }
    } catch (ConfigException e) {
      // A value of another type is refused like one out of range.
    }
    ConfigValue written = section.getValue(key);
    throw refused(
        written.origin(),
        SECTION + "." + key,
        written.render() + " is not allowed, it takes " + allowed);
  }

  /** Refuses a key that nobody has asked for. */
  void refuseUnknownKeys() {
    for (Map.Entry<String, ConfigValue> entry : section.entrySet()) {
      String key = String.join(".", ConfigUtil.splitPath(entry.getKey()));
      if (!known.contains(key)) {
        throw refused(
            entry.getValue().origin(),
            SECTION + "." + key,
            "is not known here; allowed are " + String.join(", ", known));
      }
    }
  }

  private static InvalidSettingException refused(ConfigOrigin origin, String path, String why) {
    String file = origin.resource() != null ? origin.resource() : origin.filename();
    String place = file == null ? "system property" : file + ":" + origin.lineNumber();
    return new InvalidSettingException(place + ": " + path + ": " + why);
  }
}
