package loadgate.report;

import java.util.Optional;
import loadgate.gates.LogCompletion;
import loadgate.gates.RunVerdict;
import loadgate.stats.RunStatistics;

/** Warnings that the reports show above the figures of a run. */
public final class Notes {

  public static final String NO_GATES =
      "No gates: the run left none, and its log has no assertions that can be taken for gates.";

  static final String INVALID =
      "The load generator was too busy or was not read, so the figures say little about the"
          + " target.";

  private static final String PARTS_MISSING =
      "The logs of the injectors are not all there; the figures are of what is.";

  private static final String BROKEN_OFF =
      "The simulation ended its load before its time; the figures are of what was sent until then.";

  private Notes() {}

  /** That the figures are not all there, or are not to be believed, if so. */
  public static Optional<String> warning(RunResult run) {
    RunStatistics statistics = run.statistics();
    if (statistics.truncatedAt().isPresent()) {
      return Optional.of(
          "The log breaks off at byte %s, as after a crash; the figures are of what stands before."
              .formatted(statistics.truncatedAt().getAsLong()));
    }
    if (LogCompletion.hasPartsMissing(statistics)) {
      return Optional.of(PARTS_MISSING);
    }
    if (LogCompletion.isBrokenOff(statistics)) {
      return Optional.of(BROKEN_OFF);
    }
    return run.verdict().flatMap(Notes::warning);
  }

  private static Optional<String> warning(RunVerdict verdict) {
    return switch (verdict.verdict()) {
      case INCOMPLETE ->
          Optional.of(
              "The log was not completed when the load ended, as after an interruption;"
                  + " figures of the whole run are missing.");
      case INVALID -> Optional.of(INVALID);
      default -> Optional.empty();
    };
  }
}
