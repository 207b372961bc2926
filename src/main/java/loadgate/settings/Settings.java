package loadgate.settings;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import loadgate.model.ExportFormat;
import loadgate.model.GateLimits;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;

/**
 * The settings of a run: {@code gatling.conf}, overridden by the environment and by {@code -D}
 * properties.
 *
 * @param profile the chosen one, overrides included
 * @param profiles all of them by name, as they stand in the file
 * @param gates of the chosen profile
 * @param regression how the run is compared with earlier ones
 * @param userTypes what is said of each user type under the chosen profile, by name
 * @param preflight how the target is tried before the load
 * @param inconclusivePasses whether a gate with too few samples leaves the run green
 * @param leaveTimeout how long users may take to finish and leave at the end of the profile
 * @param requestTimeout of HTTP requests of user types, unless they have their own
 * @param unansweredAfter how long a request may be under way at the end of the load without
 *     counting as failed
 * @param backend the reference backend, in a project that has one
 * @param formats what is written beside the record of a run, for other tools
 * @param injector the part of this process in the run
 * @param overrides what environment and properties say in place of the file, for people
 */
public record Settings(
    TargetSettings target,
    MonitorSettings monitor,
    LoadProfile profile,
    Map<String, LoadProfile> profiles,
    List<GateLimits> gates,
    RegressionSettings regression,
    Map<String, UserTypeSettings> userTypes,
    PreflightSettings preflight,
    boolean inconclusivePasses,
    Duration leaveTimeout,
    Duration requestTimeout,
    Duration unansweredAfter,
    Optional<ReferenceBackendSettings> backend,
    Set<ExportFormat> formats,
    InjectorSettings injector,
    List<String> overrides) {

  /** What user types are told, as text by name; those that are told nothing are left out. */
  public Map<String, String> optionTexts() {
    Map<String, String> texts = new TreeMap<>();
    userTypes.forEach((userType, told) -> texts.put(userType, told.options().text()));
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  /** Parses the file and nothing more; throws {@link SettingsException} when it is malformed. */
  public static void checkSyntax() {
    SettingsSource.file();
  }

  /**
   * Reads the settings of this process.
   *
   * @param known what the settings may name
   * @param simulation the simple name of the one that runs
   * @throws SettingsException for the first mistake
   */
  public static Settings load(KnownNames known, String simulation) {
    return read(SettingsSource.ofProcess(), known, simulation);
  }

  /**
   * As {@link #load(KnownNames, String)}, from file, environment and properties of the caller's.
   */
  public static Settings load(
      Config file,
      Map<String, String> environment,
      Properties system,
      KnownNames known,
      String simulation) {
    return read(new SettingsSource(file, environment, system), known, simulation);
  }

  /**
   * Reads the settings of this process for a simulation without user types, which brings its own
   * injection: its profile is a set of gates. Of properties and variables only those count whose
   * names begin with {@code loadgate.}; all others are the simulation's own.
   *
   * @param known what the settings may name
   * @param simulation the simple name of the one that runs
   * @throws SettingsException for the first mistake
   */
  public static Settings loadPlain(KnownNames known, String simulation) {
    return readPlain(SettingsSource.ofPlainProcess(), known, simulation);
  }

  /**
   * As {@link #loadPlain(KnownNames, String)}, from file, environment and properties of the
   * caller's.
   */
  public static Settings loadPlain(
      Config file,
      Map<String, String> environment,
      Properties system,
      KnownNames known,
      String simulation) {
    return readPlain(
        new SettingsSource(file, Overrides.ofPlain(system), environment), known, simulation);
  }

  private static Settings readPlain(SettingsSource source, KnownNames known, String simulation) {
    return new SettingsReader(source, known.with(simulation), simulation)
        .read(ProfileChoice::ofPlain);
  }

  private static Settings read(SettingsSource source, KnownNames known, String simulation) {
    return new SettingsReader(source, known.with(simulation), simulation)
        .read(ProfileChoice::ofUserTypes);
  }
}
