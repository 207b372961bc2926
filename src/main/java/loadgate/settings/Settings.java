package loadgate.settings;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * Everything a run is told: {@code gatling.conf}, laid over by the environment and by {@code -D}
 * properties.
 *
 * @param profile the chosen one, overrides included
 * @param profiles all of them by name, as they stand in the file
 * @param gates of the chosen profile
 * @param preflight whether the target is tried before the load
 * @param leaveTimeout how long users may take to finish and leave at the end of the profile
 * @param results the folder that holds the folders of the runs
 */
public record Settings(
    TargetSettings target,
    LoadProfile profile,
    Map<String, LoadProfile> profiles,
    List<GateSettings> gates,
    boolean preflight,
    Duration leaveTimeout,
    BackendSettings backend,
    Path results) {

  /** Parses the file and nothing more; throws {@link SettingsException} when it is malformed. */
  public static void checkSyntax() {
    SettingsSource.file();
  }

  /**
   * Reads the settings of this process.
   *
   * @param userTypes the names that weights may be given to
   * @throws SettingsException for the first mistake
   */
  public static Settings load(Set<String> userTypes) {
    return read(SettingsSource.ofProcess(), userTypes);
  }

  /** As {@link #load(Set)}, from a file, environment and system properties of the caller's. */
  public static Settings load(
      Config file, Map<String, String> environment, Properties system, Set<String> userTypes) {
    return read(new SettingsSource(file, environment, system), userTypes);
  }

  private static Settings read(SettingsSource source, Set<String> userTypes) {
    Section root =
        source
            .root()
            .only(
                "target",
                "profile",
                "profiles",
                "gates",
                "preflight",
                "leave-timeout",
                "backend",
                "results");
    Map<String, LoadProfile> profiles = ProfileReader.read(root.section("profiles"), userTypes);
    String name = root.text("profile");
    if (!profiles.containsKey(name)) {
      throw root.error(
          "profile",
          "unknown profile \"" + name + "\"; allowed: " + String.join(", ", profiles.keySet()));
    }
    profiles.keySet().forEach(profile -> GateReader.read(source.gatesOf(profile)));
    return new Settings(
        TargetSettings.read(root.section("target")),
        ProfileReader.overridden(profiles.get(name), source.profileOverrides()),
        profiles,
        GateReader.read(source.gatesOf(name)),
        root.flag("preflight"),
        leaveTimeout(root, source.requestTimeout()),
        BackendSettings.read(root.section("backend")),
        Path.of(root.text("results")));
  }

  /** Requests that are cut off at the end are counted by nobody, so they must time out before. */
  private static Duration leaveTimeout(Section root, Duration requestTimeout) {
    Duration leaveTimeout = root.duration("leave-timeout");
    if (leaveTimeout.compareTo(requestTimeout) <= 0) {
      throw root.error(
          "leave-timeout",
          String.format(
              "%d ms is not allowed; it must be longer than gatling.http.requestTimeout (%d ms)",
              leaveTimeout.toMillis(), requestTimeout.toMillis()));
    }
    return leaveTimeout;
  }
}
