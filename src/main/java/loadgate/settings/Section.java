package loadgate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import loadgate.model.Decimal;
import loadgate.model.Direction;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.NearestName;
import loadgate.model.SettingsException;
import loadgate.model.ThinkTime;
import loadgate.model.Unit;

/**
 * Reads one object of the settings strictly: every value is checked, and a mistake names its place.
 */
final class Section {

  private static final Set<String> ON = Set.of("true", "on", "yes");
  private static final Set<String> OFF = Set.of("false", "off", "no");

  /** Why a section is not taken away as a whole. */
  static final String NOT_NULL =
      "null takes one gate away, not a section of them; what is always on goes by \"off: the reason\"";

  private final String path;
  private final ConfigObject values;
  private final UnaryOperator<String> written;

  Section(String path, ConfigObject values) {
    this(path, values, UnaryOperator.identity());
  }

  /**
   * One that is laid together from several.
   *
   * @param written the path in the file of one that begins with this one's
   */
  Section(String path, ConfigObject values, UnaryOperator<String> written) {
    this.path = path;
    this.values = values;
    this.written = written;
  }

  /** The same place with other values. */
  Section with(ConfigObject others) {
    return new Section(path, others, written);
  }

  /** Refuses every key but these, so that a typing error never means "default". */
  Section only(String... keys) {
    return only(List.of(keys));
  }

  Section only(Collection<String> keys) {
    Set<String> allowed = new TreeSet<>(keys);
    for (String key : keys()) {
      if (!allowed.contains(key)) {
        throw error(
            key,
            "unknown key; allowed here: "
                + String.join(", ", allowed)
                + NearestName.hint(key, allowed));
      }
    }
    return this;
  }

  Set<String> keys() {
    return new TreeSet<>(values.keySet());
  }

  boolean has(String key) {
    ConfigValue value = values.get(key);
    return value != null && value.valueType() != ConfigValueType.NULL;
  }

  /** The object under the key; an absent one is empty. */
  Section section(String key) {
    return has(key) ? asSection(key, values.get(key)) : new Section(pathOf(key), empty(), written);
  }

  /** As {@link #section}, of one that null does not take away. */
  Section kept(String key) {
    if (values.containsKey(key) && !has(key)) {
      throw error(key, NOT_NULL);
    }
    return section(key);
  }

  boolean isSection(String key) {
    return has(key) && values.get(key).valueType() == ConfigValueType.OBJECT;
  }

  List<Section> sections(String key) {
    if (!(values.get(key) instanceof ConfigList list)) {
      throw error(key, "must be a list of objects in [ ]");
    }
    List<Section> sections = new ArrayList<>();
    for (ConfigValue element : list) {
      sections.add(asSection(key, element));
    }
    return sections;
  }

  String text(String key) {
    ConfigValue value = values.get(key);
    if (!has(key)) {
      throw error(key, "is missing");
    }
    if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
      throw error(key, "must be a single value");
    }
    return value.unwrapped().toString().strip();
  }

  /** A list of texts, or one text with commas between them. */
  List<String> texts(String key) {
    if (values.get(key) instanceof ConfigList list) {
      return list.stream().map(value -> value.unwrapped().toString().strip()).toList();
    }
    return List.of(text(key).split("\\s*,\\s*"));
  }

  boolean flag(String key) {
    String text = text(key);
    if (!isFlag(text)) {
      throw error(key, quoted(key) + " is neither true nor false");
    }
    return ON.contains(text);
  }

  static boolean isFlag(String text) {
    return ON.contains(text) || OFF.contains(text);
  }

  int wholeNumber(String key, int least) {
    String text = text(key);
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Falls through to the one message that says what is allowed.
    }
    throw notAllowed(key, "a whole number from " + least + " on");
  }

  /** A rate per second above 0, written as {@code 5/s}, {@code 0.5/s} or just the number. */
  double perSecond(String key) {
    return value(key, text -> Unit.PER_SECOND.limit(text, Direction.ABOVE, true, false));
  }

  /** A duration with its unit, at least a millisecond. */
  Duration duration(String key) {
    return value(
        key,
        text ->
            Duration.ofMillis((long) Unit.MILLISECONDS.limit(text, Direction.ABOVE, true, true)));
  }

  /** A percentage from the least on and below 100 %. */
  double percent(String key, double least) {
    return Unit.PERCENT
        .value(text(key))
        .filter(percent -> text(key).endsWith("%") && percent >= least && percent < 100)
        .orElseThrow(
            () ->
                error(
                    key,
                    "must be a percentage from %s%% on and below 100%%"
                        .formatted(Decimal.text(least))));
  }

  /** From 0 on, in the unit. */
  double amount(String key, Unit unit) {
    return value(key, text -> unit.limit(text, Direction.BELOW, true, false));
  }

  /** A limit on the measure, in its unit. */
  Limit limit(String key, Measure measure) {
    return value(key, measure::limit);
  }

  /** The unit that a limit is written with. */
  Unit unit(String key) {
    return Unit.of(Limit.withoutOperator(text(key)))
        .orElseThrow(() -> notAllowed(key, Unit.allowedUnits()));
  }

  /** {@code 1s..3s}, {@code 2s} or {@code none}. */
  ThinkTime thinkTime(String key) {
    String text = text(key);
    if (text.equals("none")) {
      return ThinkTime.none();
    }
    String[] bounds = text.split("\\.\\.", 2);
    try {
      return ThinkTime.between(timeOf(bounds[0]), timeOf(bounds[bounds.length - 1]));
    } catch (IllegalArgumentException e) {
      throw notAllowed(key, "a duration such as 2s, two of them such as 1s..3s, or none");
    }
  }

  private static Duration timeOf(String text) {
    double millis =
        Unit.MILLISECONDS
            .value(text)
            .orElseThrow(() -> new IllegalArgumentException("no duration"));
    return Duration.ofMillis((long) millis);
  }

  <T> Optional<T> optional(String key, Function<String, T> reader) {
    return has(key) ? Optional.of(reader.apply(key)) : Optional.empty();
  }

  Config asConfig() {
    return values.toConfig();
  }

  String path() {
    return path;
  }

  String pathOf(String key) {
    return path + "." + written(key);
  }

  /** Where the key stands, or where the object stands when the key is absent. */
  String where(String key) {
    ConfigValue value = values.get(key);
    return Origin.of(value == null ? values.origin() : value.origin());
  }

  SettingsException error(String key, String problem) {
    // An override is its own path.
    String where = where(key);
    boolean inFile = where.contains(".conf");
    return new SettingsException(
        where, inFile ? written.apply(pathOf(key)) + ": " + problem : problem);
  }

  private <T> T value(String key, Function<String, T> reader) {
    try {
      return reader.apply(text(key));
    } catch (IllegalArgumentException e) {
      throw notAllowed(key, e.getMessage());
    }
  }

  private SettingsException notAllowed(String key, String allowed) {
    return error(key, quoted(key) + " is not allowed; allowed is " + allowed);
  }

  private Section asSection(String key, ConfigValue value) {
    if (value instanceof ConfigObject object) {
      return new Section(pathOf(key), object, written);
    }
    throw new SettingsException(
        Origin.of(value.origin()), written.apply(pathOf(key)) + ": must be an object in { }");
  }

  private ConfigObject empty() {
    return ConfigFactory.empty().root().withOrigin(values.origin());
  }

  private String quoted(String key) {
    return "\"" + text(key) + "\"";
  }

  private static String written(String key) {
    return key.toLowerCase(Locale.ROOT).matches("[a-z0-9_-]+") ? key : ConfigUtil.quoteString(key);
  }
}
