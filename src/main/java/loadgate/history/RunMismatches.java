package loadgate.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import loadgate.gates.Verdict;

/** What speaks against a comparison of runs, each in one line. */
public final class RunMismatches {

  private RunMismatches() {}

  /** That they did not do the same, so that a difference says nothing about the target. */
  public static List<String> of(List<ComparedRun> runs) {
    List<String> mismatches = new ArrayList<>();
    differing("simulations", run -> Optional.of(run.simulation()), runs).ifPresent(mismatches::add);
    differing("load profiles", ComparedRun::profile, runs).ifPresent(mismatches::add);
    return mismatches;
  }

  /** What a reader of the comparison has to know. */
  static List<String> warnings(List<ComparedRun> runs) {
    List<String> warnings = new ArrayList<>();
    if (runs.stream()
            .flatMap(run -> run.recorded().stream())
            .map(HistoryEntry::settings)
            .distinct()
            .count()
        > 1) {
      warnings.add("The settings of the runs differ (load, options of user types or gates).");
    }
    for (ComparedRun run : runs) {
      if (run.outcome().truncatedAt().isPresent()) {
        warnings.add(
            "%s: the log breaks off at byte %s, as after a crash; compared is what stands before."
                .formatted(run.name(), run.outcome().truncatedAt().getAsLong()));
      }
      run.recorded()
          .map(HistoryEntry::verdict)
          .filter(verdict -> verdict == Verdict.INVALID || verdict == Verdict.INCOMPLETE)
          .ifPresent(
              verdict -> warnings.add("%s: the run is %s.".formatted(run.name(), verdict.text())));
    }
    return warnings;
  }

  /** Names two runs of different kinds; runs whose kind is not known are of any. */
  private static Optional<String> differing(
      String kinds, Function<ComparedRun, Optional<String>> kind, List<ComparedRun> runs) {
    List<ComparedRun> known = runs.stream().filter(run -> kind.apply(run).isPresent()).toList();
    return known.stream()
        .filter(run -> !kind.apply(run).equals(kind.apply(known.get(0))))
        .findFirst()
        .map(
            other ->
                "runs of different %s: %s is of %s, %s of %s"
                    .formatted(
                        kinds,
                        known.get(0).name(),
                        kind.apply(known.get(0)).orElseThrow(),
                        other.name(),
                        kind.apply(other).orElseThrow()));
  }
}
