package loadgate.settings;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
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
    Optional<ReferenceBackendSettings> backend,
    Set<ExportFormat> formats,
    InjectorSettings injector,
    List<String> overrides) {

  private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(30);

  /** What users have beyond a request that times out, to end an iteration and to leave. */
  private static final Duration LEAVE_MARGIN = Duration.ofSeconds(20);

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
   * injection: no profile is chosen. Of properties and variables only those count whose names begin
   * with {@code loadgate.}; all others are the simulation's own.
   *
   * @param known what the settings may name
   * @throws SettingsException for the first mistake
   */
  public static Settings loadPlain(KnownNames known) {
    return readPlain(SettingsSource.ofPlainProcess(), known);
  }

  /** As {@link #loadPlain(KnownNames)}, from file, environment and properties of the caller's. */
  public static Settings loadPlain(
      Config file, Map<String, String> environment, Properties system, KnownNames known) {
    return readPlain(new SettingsSource(file, Overrides.ofPlain(system), environment), known);
  }

  private static Settings readPlain(SettingsSource source, KnownNames known) {
    return read(source, known, (root, profiles) -> LoadProfile.own());
  }

  private static Settings read(SettingsSource source, KnownNames known, String simulation) {
    return read(
        source,
        known,
        (root, profiles) ->
            profiles.get(profile(source, root, profiles.keySet(), known, simulation)));
  }

  private static Settings read(
      SettingsSource source,
      KnownNames known,
      BiFunction<Section, Map<String, LoadProfile>, LoadProfile> choice) {
    Section root =
        source
            .root()
            .only(
                "target",
                "monitor",
                "profile",
                "profiles",
                "default-profiles",
                "gates",
                "endurance-gates",
                "plain-gates",
                "regression",
                "user-types",
                "preflight",
                "inconclusive",
                "leave-timeout",
                "backend",
                "report");
    Set<String> userTypes = UserTypeSettings.names(root.section("user-types"), known.userTypes());
    Map<String, LoadProfile> profiles = ProfileReader.read(root.section("profiles"), userTypes);
    LoadProfile profile = choice.apply(root, profiles);
    profiles.keySet().forEach(p -> UserTypeSettings.read(source.userTypesOf(p), known.userTypes()));
    profiles.keySet().forEach(p -> RegressionSettings.read(source.regressionOf(p)));
    profiles.values().forEach(each -> GateReader.read(source.gatesOf(each, userTypes)));
    // Whether or not this is a run, or there is a profile, that they count for.
    source.gatesOfKinds(userTypes).forEach(GateReader::read);
    TargetSettings target = TargetSettings.read(root.section("target"));
    return new Settings(
        target,
        MonitorSettings.read(root.section("monitor")),
        profile.isOwn() ? profile : ProfileReader.overridden(profile, source.profileOverrides()),
        profiles,
        GateReader.read(source.gatesOf(profile, userTypes)),
        RegressionSettings.read(source.regressionOf(profile.name())),
        UserTypeSettings.read(source.userTypesOf(profile.name()), known.userTypes()),
        PreflightSettings.read(root),
        inconclusivePasses(root),
        leaveTimeout(root, source.requestTimeout(), profile),
        ReferenceBackendSettings.read(root.section("backend")),
        formats(root.section("report").only("formats")),
        profile.isOwn() ? source.undivided() : injector(source, target),
        source.overrides());
  }

  private static InjectorSettings injector(SettingsSource source, TargetSettings target) {
    InjectorSettings injector = source.injector();
    if (!injector.share().isWhole() && target.baseUrl().isEmpty()) {
      // Each would load a reference backend of its own.
      throw new SettingsException(
          "-DbaseUrl",
          "is not given, but injector %s needs the target of all injectors; allowed is"
                  .formatted(injector.share())
              + " http(s)://host[:port][/path]");
    }
    return injector;
  }

  /** The one asked for, else the simulation's own, else that of all simulations. */
  private static String profile(
      SettingsSource source,
      Section root,
      Set<String> profiles,
      KnownNames known,
      String simulation) {
    Section defaults =
        root.section("default-profiles").only(known.simulations().toArray(String[]::new));
    defaults.keys().forEach(key -> known(defaults, key, profiles));
    boolean ownDefault = defaults.has(simulation) && !source.choosesProfile();
    return ownDefault ? defaults.text(simulation) : known(root, "profile", profiles);
  }

  private static String known(Section section, String key, Set<String> profiles) {
    String name = section.text(key);
    if (!profiles.contains(name)) {
      throw section.error(
          key, "unknown profile \"" + name + "\"; allowed: " + String.join(", ", profiles));
    }
    return name;
  }

  private static boolean inconclusivePasses(Section root) {
    return switch (root.text("inconclusive")) {
      case "fail" -> false;
      case "pass" -> true;
      default -> throw root.error("inconclusive", "must be fail or pass");
    };
  }

  private static Set<ExportFormat> formats(Section report) {
    Set<ExportFormat> formats = EnumSet.noneOf(ExportFormat.class);
    if (report.has("formats")) {
      for (String name : report.texts("formats")) {
        formats.add(
            ExportFormat.named(name)
                .orElseThrow(
                    () ->
                        report.error(
                            "formats",
                            "unknown format \"%s\"; allowed: %s"
                                .formatted(name, ExportFormat.allowedNames()))));
      }
    }
    return formats;
  }

  /**
   * Requests that are cut off at the end are not recorded, so they must time out before; those of a
   * simulation with its own injection are never cut off by us.
   */
  private static Duration leaveTimeout(Section root, Duration requestTimeout, LoadProfile profile) {
    Duration following = requestTimeout.plus(LEAVE_MARGIN);
    Duration leaveTimeout =
        root.optional("leave-timeout", root::duration)
            .orElse(following.compareTo(LEAVE_TIMEOUT) > 0 ? following : LEAVE_TIMEOUT);
    if (leaveTimeout.compareTo(requestTimeout) <= 0 && !profile.isOwn()) {
      throw root.error(
          "leave-timeout",
          String.format(
              "%d ms is not allowed; it must be longer than gatling.http.requestTimeout (%d ms)",
              leaveTimeout.toMillis(), requestTimeout.toMillis()));
    }
    return leaveTimeout;
  }
}
