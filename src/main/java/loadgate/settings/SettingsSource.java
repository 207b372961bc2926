package loadgate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/** The file with the environment and the system properties laid over it. */
final class SettingsSource {

  private static final String FILE = "gatling.conf";
  private static final String ROOT = "loadgate";

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LOAD_PROFILE", "loadgate.profile",
          "TARGET_HOST", "loadgate.target.base-url",
          "ALLOWED_HOSTS", "loadgate.target.allowed-hosts");

  private static final Map<String, String> SHORT_FORMS =
      Map.of(
          "profile", "loadgate.profile",
          "baseUrl", "loadgate.target.base-url",
          "allowedHosts", "loadgate.target.allowed-hosts",
          "preflight", "loadgate.preflight",
          "users", "loadgate.override.users",
          "spawnRate", "loadgate.override.spawn-rate",
          "duration", "loadgate.override.duration");

  private final Config overrides;
  private final Config merged;

  SettingsSource(Config file, Map<String, String> environment, Properties system) {
    Config fromEnvironment = ConfigFactory.empty();
    for (String variable : ENVIRONMENT.keySet()) {
      fromEnvironment =
          put(fromEnvironment, ENVIRONMENT.get(variable), variable, environment.get(variable));
    }
    Config fromSystem = ConfigFactory.empty();
    for (String name : new TreeSet<>(system.stringPropertyNames())) {
      if (name.startsWith(ROOT + ".")) {
        fromSystem = put(fromSystem, name, "-D" + name, system.getProperty(name));
      }
    }
    for (String name : SHORT_FORMS.keySet()) {
      fromSystem = put(fromSystem, SHORT_FORMS.get(name), "-D" + name, system.getProperty(name));
    }
    overrides = fromSystem.withFallback(fromEnvironment);
    merged = resolved(overrides.withFallback(file));
    refuseUnknownBackendKeys(file, fromSystem);
  }

  static SettingsSource ofProcess() {
    return new SettingsSource(file(), System.getenv(), System.getProperties());
  }

  static Config file() {
    try {
      return ConfigFactory.parseResources(
          FILE, ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException e) {
      throw SettingsException.of(e);
    }
  }

  /** The section {@code loadgate}. */
  Section root() {
    return section(merged, ROOT);
  }

  /** The gates under a profile: system properties over the profile's own over those of all runs. */
  Section gatesOf(String profile) {
    Config gates =
        at(overrides, "loadgate.gates")
            .withFallback(
                at(merged, "loadgate.profiles." + ConfigUtil.quoteString(profile) + ".gates"))
            .withFallback(at(merged, "loadgate.gates"));
    return new Section("loadgate.gates", gates.root());
  }

  private static Config at(Config config, String path) {
    try {
      return config.hasPath(path) ? config.getConfig(path) : ConfigFactory.empty();
    } catch (ConfigException e) {
      throw SettingsException.of(e);
    }
  }

  private static Section section(Config config, String path) {
    if (!config.hasPath(path)) {
      throw new SettingsException(FILE, path + ": is missing");
    }
    return new Section(path, at(config, path).root());
  }

  private static Config put(Config config, String path, String origin, String value) {
    if (value == null || value.isBlank()) {
      return config;
    }
    try {
      Object typed = value.equals("null") ? null : value;
      return config.withValue(path, ConfigValueFactory.fromAnyRef(typed, origin));
    } catch (ConfigException.BadPath e) {
      throw new SettingsException(origin, "is not a path of settings");
    }
  }

  private static Config resolved(Config config) {
    try {
      return config.resolve();
    } catch (ConfigException e) {
      throw SettingsException.of(e);
    }
  }

  /** The backend checks its options when it starts, which is never when the target is another. */
  private static void refuseUnknownBackendKeys(Config file, Config system) {
    Section known = new Section("loadgate.backend", at(file.resolve(), "loadgate.backend").root());
    at(system, "loadgate.backend").entrySet().stream()
        .filter(entry -> !known.asConfig().hasPath(entry.getKey()))
        .findFirst()
        .ifPresent(
            entry -> {
              throw new SettingsException(
                  "-Dloadgate.backend." + entry.getKey(),
                  "unknown key; allowed below loadgate.backend: "
                      + known.asConfig().entrySet().stream()
                          .map(Map.Entry::getKey)
                          .sorted()
                          .reduce((a, b) -> a + ", " + b)
                          .orElse("nothing"));
            });
  }
}
