package loadgate.history;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import loadgate.model.GateLimits;
import loadgate.model.LoadProfile;
import loadgate.report.RunResult;
import loadgate.settings.Settings;

/**
 * What a run was told, and where it ran.
 *
 * @param target the base URL or several, never with credentials, {@code reference backend} or
 *     {@code as the simulation says}
 * @param settingsHash see {@link SettingsHash}
 * @param commit of the load tests; empty outside a Git work tree
 */
public record RunOrigin(
    String profile, String target, String settingsHash, Optional<String> commit, Machine machine) {

  private static final String REFERENCE_BACKEND = "reference backend";

  /** A target that only the simulation knows. */
  private static final String OF_SIMULATION = "as the simulation says";

  public RunOrigin {
    requireNonNull(profile, "profile is missing");
    requireNonNull(target, "target is missing");
    requireNonNull(settingsHash, "settingsHash is missing");
    requireNonNull(commit, "commit is missing");
    requireNonNull(machine, "machine is missing");
  }

  /** Of a run of this process. */
  public static RunOrigin of(Settings settings) {
    String unnamed = settings.profile().isOwn() ? OF_SIMULATION : REFERENCE_BACKEND;
    return of(
        settings.profile().name(),
        settings.target().baseUrl().map(Object::toString).orElse(unnamed),
        SettingsHash.of(settings.profile(), settings.gates(), settings.optionTexts(), ""));
  }

  /**
   * Of a run of this process whose simulation brings its own load.
   *
   * @param baseUrls of its protocols, as far as they are known
   * @param injection how its users are injected: the same text for the same load
   */
  public static RunOrigin ofOwnLoad(
      Settings settings, Collection<String> baseUrls, String injection) {
    String targets =
        baseUrls.stream()
            .map(url -> url.replaceFirst("//[^/@]*@", "//"))
            .sorted()
            .collect(Collectors.joining(", "));
    RunOrigin told = of(settings);
    return new RunOrigin(
        told.profile,
        targets.isEmpty() ? told.target : targets,
        SettingsHash.of(settings.profile(), settings.gates(), settings.optionTexts(), injection),
        told.commit,
        told.machine);
  }

  /** Of a run with a verdict, of which its log alone is known. */
  static RunOrigin ofLog(RunResult run) {
    LoadProfile own = LoadProfile.own();
    List<GateLimits> gates =
        run.verdict().orElseThrow().gates().stream()
            .map(result -> result.gate().settings())
            .toList();
    return of(own.name(), OF_SIMULATION, SettingsHash.of(own, gates, Map.of(), ""));
  }

  private static RunOrigin of(String profile, String target, String settingsHash) {
    return new RunOrigin(
        profile, target, settingsHash, GitCommit.of(Path.of("")), Machine.current());
  }
}
