package loadgate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import loadgate.model.SettingsException;

/**
 * What environment and system properties say in place of the file.
 *
 * @param entries in ascending order of precedence
 */
record Overrides(List<Entry> entries) {

  static final String ROOT = "loadgate";

  /** Holds what is said of this process' part in a run. */
  static final String PROCESS = "process";

  static final String REQUEST_TIMEOUT = "gatling.http.requestTimeout";

  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LOAD_PROFILE", "loadgate.profile",
          "TARGET_HOST", "loadgate.target.base-url",
          "ALLOWED_HOSTS", "loadgate.target.allowed-hosts");

  static final Map<String, String> SHORT_FORMS =
      Map.ofEntries(
          Map.entry("profile", "loadgate.profile"),
          Map.entry("baseUrl", "loadgate.target.base-url"),
          Map.entry("allowedHosts", "loadgate.target.allowed-hosts"),
          Map.entry("preflight", "loadgate.preflight"),
          Map.entry("inconclusive", "loadgate.inconclusive"),
          Map.entry("users", "override.users"),
          Map.entry("spawnRate", "override.spawn-rate"),
          Map.entry("duration", "override.duration"),
          Map.entry("injector", PROCESS + ".injector"),
          Map.entry("startAt", PROCESS + ".start-at"),
          Map.entry("barrier", PROCESS + ".barrier"),
          Map.entry("barrierTimeout", PROCESS + ".barrier-timeout"));

  /**
   * One of them.
   *
   * @param path of the key
   * @param origin as people write it: {@code LOAD_PROFILE}, {@code -Dprofile}
   */
  record Entry(String path, String origin, String value) {

    Entry {
      if (value.isBlank()) {
        // As a variable of a script is that nobody set; "default" is not what it was meant for.
        throw new SettingsException(origin, "is empty; give it a value or leave it out");
      }
    }

    /**
     * For people. Options of user types are the project's own and may be secrets, so their values
     * are left out; so are user and query of URLs.
     */
    String text() {
      return mayHoldOptions()
          ? origin
          : origin + "=" + value.replaceAll("//[^/\\s]*@", "//***@").replaceAll("\\?\\S+", "?***");
    }

    private boolean mayHoldOptions() {
      List<String> keys = ConfigUtil.splitPath(path);
      int section = keys.get(1).equals("profiles") ? 3 : 1;
      boolean userTypes = keys.size() <= section || keys.get(section).equals("user-types");
      boolean isNoOption =
          keys.size() == section + 3 && UserTypeSettings.KEYS.contains(keys.get(section + 2));
      return userTypes && !isNoOption;
    }

    private Config config() {
      try {
        ConfigValue nested = typed();
        List<String> keys = new ArrayList<>(ConfigUtil.splitPath(path));
        Collections.reverse(keys);
        for (String key : keys) {
          nested = ConfigValueFactory.fromMap(Map.of(key, nested), origin);
        }
        return ((ConfigObject) nested).toConfig();
      } catch (ConfigException.BadPath e) {
        throw new SettingsException(origin, "is not a path of settings");
      }
    }

    /** Lists and objects are written as in the file; all else is one text. */
    private ConfigValue typed() {
      if (!value.startsWith("[") && !value.startsWith("{")) {
        return ConfigValueFactory.fromAnyRef(value.equals("null") ? null : value, origin);
      }
      ConfigParseOptions named = ConfigParseOptions.defaults().setOriginDescription(origin);
      // Gatling's plugin for Maven puts a backslash before each quote.
      String unescaped = value.replace("\\\"", "\"");
      try {
        return ConfigFactory.parseString("value = " + unescaped, named).getValue("value");
      } catch (ConfigException.Parse e) {
        throw new SettingsException(origin, "begins like a list or an object and is neither");
      }
    }
  }

  /**
   * Those of a simulation without user types: the long names alone. All others are its own, however
   * near they are to ours.
   */
  static Overrides ofPlain(Properties system) {
    return new Overrides(
        new TreeSet<>(system.stringPropertyNames())
            .stream()
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> property(name, name, system))
                .toList());
  }

  /**
   * Those of a simulation with user types.
   *
   * @throws SettingsException when a property is misspelt
   */
  static Overrides of(Map<String, String> environment, Properties system) {
    Set<String> properties = new TreeSet<>(system.stringPropertyNames());
    new MisspeltProperties(ROOT, SHORT_FORMS, ENVIRONMENT).refuse(properties);
    List<Entry> entries = new ArrayList<>();
    new TreeMap<>(ENVIRONMENT)
        .forEach(
            (name, path) -> {
              if (environment.containsKey(name)) {
                entries.add(new Entry(path, name, environment.get(name)));
              }
            });
    properties.stream()
        .filter(name -> name.startsWith(ROOT + ".") || name.equals(REQUEST_TIMEOUT))
        .forEach(name -> entries.add(property(name, name, system)));
    new TreeMap<>(SHORT_FORMS)
        .forEach(
            (name, path) -> {
              if (properties.contains(name)) {
                entries.add(property(path, name, system));
              }
            });
    return new Overrides(List.copyOf(entries));
  }

  private static Entry property(String path, String name, Properties system) {
    return new Entry(path, "-D" + name, system.getProperty(name));
  }

  Config config() {
    return entries.stream()
        .map(Entry::config)
        .reduce(ConfigFactory.empty(), (lower, higher) -> higher.withFallback(lower));
  }

  /** Those that count and are not of this process alone, for people. */
  List<String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    entries.stream()
        .filter(entry -> !entry.path().startsWith(PROCESS + "."))
        .forEach(entry -> texts.put(entry.path(), entry.text()));
    return List.copyOf(texts.values());
  }
}
