package loadgate.report;

import java.util.Optional;
import loadgate.stats.RunStatistics;

/** Warnings that the reports show above the figures of a run. */
public final class Notes {

  public static final String NO_GATES =
      "No gates: the run left none, and its log has no assertions that can be taken for gates.";

  private Notes() {}

  /** That the figures are not all there, if so. */
  public static Optional<String> incomplete(RunResult run) {
    RunStatistics statistics = run.statistics();
    if (statistics.truncatedAt().isPresent()) {
      return Optional.of(
          "The log breaks off at byte %d, as after a crash; the figures are of what stands before."
              .formatted(statistics.truncatedAt().getAsLong()));
    }
    return run.verdict()
        .filter(verdict -> !verdict.complete())
        .map(
            verdict ->
                "The log was not completed when the load ended, as after an interruption;"
                    + " figures of the whole run are missing.");
  }
}
