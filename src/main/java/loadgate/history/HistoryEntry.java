package loadgate.history;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import loadgate.gates.RunVerdict;
import loadgate.gates.Verdict;
import loadgate.report.RunResult;
import loadgate.stats.PathKind;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;

/**
 * One run in the history. The components are the fields of its line.
 *
 * @param version of the line's layout, from 1 on; a higher one may have more fields
 * @param time of its start
 * @param simulation its class
 * @param target the base URL, never with credentials, {@code reference backend} or {@code as the
 *     simulation says}
 * @param settings what it was told, see {@link SettingsHash}
 * @param commit of the load tests; empty outside a Git work tree
 * @param requests all of the run
 * @param userTypes the requests of each, by its name in the report
 * @param folder its name, beside the history file
 * @param injectors how many sent the load; empty for one that knew of no others
 */
public record HistoryEntry(
    int version,
    Instant time,
    String simulation,
    String profile,
    String target,
    String settings,
    Optional<String> commit,
    Machine machine,
    Verdict verdict,
    List<GateFigures> gates,
    RequestFigures requests,
    Map<String, RequestFigures> userTypes,
    String folder,
    OptionalInt injectors) {

  private static final int VERSION = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  public HistoryEntry {
    if (version < 1) {
      throw new IllegalArgumentException("version is " + version + ", not 1 or higher");
    }
    requireNonNull(time, "time is missing");
    requireNonNull(simulation, "simulation is missing");
    requireNonNull(profile, "profile is missing");
    requireNonNull(target, "target is missing");
    requireNonNull(settings, "settings is missing");
    requireNonNull(commit, "commit is missing");
    requireNonNull(machine, "machine is missing");
    requireNonNull(verdict, "verdict is missing");
    gates = List.copyOf(requireNonNull(gates, "gates is missing"));
    requireNonNull(requests, "requests is missing");
    // In the order of the report, which Map.copyOf would not keep.
    userTypes =
        Collections.unmodifiableMap(
            new LinkedHashMap<>(requireNonNull(userTypes, "userTypes is missing")));
    requireNonNull(folder, "folder is missing");
    requireNonNull(injectors, "injectors is missing");
  }

  /**
   * Of a run that has ended.
   *
   * @param injectors how many sent the load; empty for one that knew of no others
   * @param run with its verdict
   */
  public static HistoryEntry of(
      RunOrigin origin, OptionalInt injectors, RunResult run, Path folder) {
    RunVerdict verdict = run.verdict().orElseThrow();
    RunStatistics statistics = run.statistics();
    return new HistoryEntry(
        VERSION,
        statistics.header().start(),
        statistics.header().simulationClass(),
        origin.profile(),
        origin.target(),
        origin.settingsHash(),
        origin.commit(),
        origin.machine(),
        verdict.verdict(),
        figures(verdict),
        RequestFigures.of(statistics.global()),
        userTypes(statistics),
        folder.getFileName().toString(),
        injectors);
  }

  /**
   * Of the gates, and of what was read of the target, whether or not it has limits. What did not
   * get worse is told by the figures of the requests.
   */
  private static List<GateFigures> figures(RunVerdict verdict) {
    return Stream.concat(
            verdict.shown().stream(),
            verdict.observed().stream().filter(result -> result.gate().isOfTheTarget()))
        .map(GateFigures::of)
        .toList();
  }

  /** Every request is in a group of its user type's name, and in no other outermost group. */
  private static Map<String, RequestFigures> userTypes(RunStatistics statistics) {
    Map<String, RequestFigures> figures = new LinkedHashMap<>();
    for (PathStatistics path : statistics.paths()) {
      if (path.kind() == PathKind.GROUP && path.path().size() == 1) {
        figures.put(path.name(), RequestFigures.of(path.summary()));
      }
    }
    return figures;
  }

  /** The start in UTC, to the minute. */
  String timeText() {
    return TIME.format(time);
  }

  /** The machine that sent the load, for people; several are of the kind of the first. */
  String sentFrom() {
    return (injectors.isPresent() ? injectors.getAsInt() + " × " : "") + machine.text();
  }

  /** The simulation without its package. */
  String simulationName() {
    return simulation.substring(simulation.lastIndexOf('.') + 1);
  }
}
