package loadgate.settings;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import loadgate.model.ExportFormat;
import loadgate.model.GateLimits;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;

/** Reads the settings of one run, and checks what they say of others. */
final class SettingsReader {

  private static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(30);

  /** What users have beyond a request that times out, to end an iteration and to leave. */
  private static final Duration LEAVE_MARGIN = Duration.ofSeconds(20);

  private final SettingsSource source;
  private final Layers layers;
  private final KnownNames known;
  private final String simulation;

  /**
   * @param known what the settings may name
   * @param simulation the simple name of the one that runs
   */
  SettingsReader(SettingsSource source, KnownNames known, String simulation) {
    this.source = source;
    this.layers = source.layers();
    this.known = known;
    this.simulation = simulation;
  }

  /** Reads them under the profile of that kind of simulation; throws for the first mistake. */
  Settings read(Function<ProfileChoice, LoadProfile> kind) {
    Section root =
        source
            .root()
            .only(
                "target",
                "monitor",
                "profile",
                "profiles",
                "default-profiles",
                "simulations",
                "gates",
                "endurance-gates",
                "plain-gates",
                "regression",
                "user-types",
                "preflight",
                "inconclusive",
                "leave-timeout",
                "unanswered-after",
                "backend",
                "report");
    Set<String> userTypes = UserTypeSettings.names(root.section("user-types"), known.userTypes());
    Map<String, LoadProfile> profiles = ProfileReader.read(root.section("profiles"), userTypes);
    LoadProfile profile =
        kind.apply(new ProfileChoice(root, source.choosesProfile(), profiles, known, simulation));
    checkOtherRuns(root, profiles.values(), userTypes);
    TargetSettings target = TargetSettings.read(root.section("target"));
    return new Settings(
        target,
        MonitorSettings.read(root.section("monitor")),
        profile.isOwn() ? profile : ProfileReader.overridden(profile, source.profileOverrides()),
        profiles,
        gates(profile, userTypes),
        RegressionSettings.read(layers.regression(profile, simulation)),
        UserTypeSettings.read(layers.userTypes(profile, simulation), known.userTypes()),
        PreflightSettings.read(root),
        inconclusivePasses(root),
        leaveTimeout(root, source.requestTimeout(), profile),
        source.requestTimeout(),
        root.duration("unanswered-after"),
        ReferenceBackendSettings.read(root.section("backend")),
        formats(root.section("report").only("formats")),
        profile.isOwn() ? source.undivided() : injector(target),
        source.overrides());
  }

  /** What the settings say of other runs than this one is checked all the same. */
  private void checkOtherRuns(
      Section root, Collection<LoadProfile> profiles, Set<String> userTypes) {
    Section simulations = root.section("simulations").only(known.simulations());
    for (String each : simulations.keys()) {
      simulations.section(each).only(Layers.SECTIONS);
      checkOptions(LoadProfile.own(), each);
    }
    for (LoadProfile profile : profiles) {
      checkOptions(profile, "");
      GateReader.read(layers.gates(profile, "", userTypes));
    }
    layers.gatesOfSomeRuns(simulations.keys(), userTypes).forEach(GateReader::read);
  }

  private void checkOptions(LoadProfile profile, String ofSimulation) {
    UserTypeSettings.read(layers.userTypes(profile, ofSimulation), known.userTypes());
    RegressionSettings.read(layers.regression(profile, ofSimulation));
  }

  private List<GateLimits> gates(LoadProfile profile, Set<String> userTypes) {
    List<GateLimits> gates = GateReader.read(layers.gates(profile, simulation, userTypes));
    GuardedGates.check(
        gates,
        GateReader.read(SettingsSource.defaultLayers().gates(profile, simulation, userTypes)));
    return gates;
  }

  private InjectorSettings injector(TargetSettings target) {
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
              "%s ms is not allowed; it must be longer than gatling.http.requestTimeout (%s ms)",
              leaveTimeout.toMillis(), requestTimeout.toMillis()));
    }
    return leaveTimeout;
  }
}
