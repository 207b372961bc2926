package loadgate.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import loadgate.model.SettingsException;

/** Merges the file, the environment and the system properties, in this order. */
final class SettingsSource {

  private static final String FILE = "gatling.conf";

  /** What gives Gatling another file. */
  private static final String OTHER_FILE = "gatling.conf.file";

  /** What Gatling writes of a run. */
  private static final String LOG_WRITERS = "gatling.data.writers";

  private static final String DEFAULTS = "loadgate-defaults.conf";
  private static final String ROOT = Overrides.ROOT;
  private static final String SMALLEST =
      "loadgate { target.base-url = \"http://127.0.0.1:8080\", profile = ci,"
          + " profiles.ci { users = 4, spawn-rate = 4/s, duration = 20s } }";

  /** Where the file says nothing; Gatling's own default is a minute. */
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

  private final Overrides overrides;

  /** Of the overrides alone. */
  private final Config overriding;

  private final Config merged;
  private final Map<String, String> environment;

  /** Of a simulation with user types. */
  SettingsSource(Config file, Map<String, String> environment, Properties system) {
    this(file, Overrides.of(environment, system), environment);
  }

  SettingsSource(Config file, Overrides overrides, Map<String, String> environment) {
    this.overrides = overrides;
    overriding = overrides.config();
    merged =
        resolved(
            overriding.withFallback(file).withFallback(ConfigFactory.parseResources(DEFAULTS)));
    this.environment = Map.copyOf(environment);
    refuseUnknownBackendKeys(file, overriding);
    refuseNoLog(merged);
  }

  static SettingsSource ofProcess() {
    DroppedProperties.ofProcess().refuse();
    return new SettingsSource(file(), System.getenv(), System.getProperties());
  }

  /** As {@link #ofProcess}, of a simulation without user types. */
  static SettingsSource ofPlainProcess() {
    DroppedProperties.ofProcess().refuse();
    return new SettingsSource(file(), Overrides.ofPlain(System.getProperties()), System.getenv());
  }

  /**
   * The project's file, over that of the same name that the toolkit brings along.
   *
   * @throws SettingsException if the project has none, or it is malformed
   */
  static Config file() {
    String other = System.getProperty(OTHER_FILE, FILE);
    if (!other.equals(FILE)) {
      throw new SettingsException(
          "-D" + OTHER_FILE,
          other
              + " would leave out what loadgate sets for Gatling, such as the check of"
              + " certificates; allowed is "
              + FILE);
    }
    if (files().stream().allMatch(SettingsSource::isOfTheToolkit)) {
      throw new SettingsException(
          FILE,
          "is not on the class path, as src/test/resources is; it may be as small as " + SMALLEST);
    }
    try {
      return ConfigFactory.parseResources(FILE);
    } catch (ConfigException e) {
      throw Origin.mistake(e);
    }
  }

  private static List<URL> files() {
    try {
      return Collections.list(Thread.currentThread().getContextClassLoader().getResources(FILE));
    } catch (IOException e) {
      throw new SettingsException(FILE, "cannot be read: " + e.getMessage());
    }
  }

  private static boolean isOfTheToolkit(URL file) {
    URL defaults = SettingsSource.class.getResource("/" + DEFAULTS);
    return defaults.toString().replace(DEFAULTS, FILE).equals(file.toString());
  }

  /** The section {@code loadgate}. */
  Section root() {
    return section(merged, ROOT);
  }

  /** As {@link Overrides#texts}. */
  List<String> overrides() {
    return overrides.texts();
  }

  /** How long user types wait for an answer. */
  Duration requestTimeout() {
    return merged.hasPath(Overrides.REQUEST_TIMEOUT)
        ? Duration.ofMillis(merged.getLong(Overrides.REQUEST_TIMEOUT))
        : REQUEST_TIMEOUT;
  }

  /** What -Dusers, -DspawnRate and -Dduration say. */
  Section profileOverrides() {
    return new Section("override", at(merged, "override").root());
  }

  /** The part in a run of a process whose load cannot be divided. */
  InjectorSettings undivided() {
    return InjectorSettings.ofPlain(environment);
  }

  /** What this process is told of its part in a run. */
  InjectorSettings injector() {
    return InjectorSettings.read(
        new Section(Overrides.PROCESS, at(merged, Overrides.PROCESS).root()), environment);
  }

  /** What is said in several places, for all runs and for some. */
  Layers layers() {
    return new Layers(overriding, merged);
  }

  /** The same of the defaults alone. */
  static Layers defaultLayers() {
    return new Layers(ConfigFactory.empty(), ConfigFactory.parseResources(DEFAULTS));
  }

  /** Whether environment or system properties choose the profile. */
  boolean choosesProfile() {
    return overriding.hasPath(ROOT + ".profile");
  }

  static Config at(Config config, String path) {
    try {
      return config.hasPath(path) ? config.getConfig(path) : ConfigFactory.empty();
    } catch (ConfigException e) {
      throw Origin.mistake(e);
    }
  }

  private static Section section(Config config, String path) {
    if (!config.hasPath(path)) {
      throw new SettingsException(FILE, path + ": is missing");
    }
    return new Section(path, at(config, path).root());
  }

  private static Config resolved(Config config) {
    try {
      return config.resolve();
    } catch (ConfigException e) {
      throw Origin.mistake(e);
    }
  }

  /** Verdict, record and history come from the run log alone. */
  private static void refuseNoLog(Config merged) {
    if (merged.hasPath(LOG_WRITERS) && !merged.getStringList(LOG_WRITERS).contains("file")) {
      throw new SettingsException(
          LOG_WRITERS,
          merged.getStringList(LOG_WRITERS)
              + " leaves out the run log, which loadgate reads; it has to contain file");
    }
  }

  /** The backend checks its options when it starts, which is never when the target is another. */
  private static void refuseUnknownBackendKeys(Config file, Config overriding) {
    Section known = new Section("loadgate.backend", at(file.resolve(), "loadgate.backend").root());
    at(overriding, "loadgate.backend").entrySet().stream()
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
