package loadgate.report;

import java.util.Optional;
import loadgate.stats.RunStatistics;

/** Warnings that the reports show above the figures of a run. */
public final class Notes {

  public static final String NO_GATES =
      "No gates: the run left none, and its log has no assertions that can be taken for gates.";

  private Notes() {}

  /** That the log broke off, if it did. */
  public static Optional<String> truncation(RunStatistics run) {
    return run.truncatedAt().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The log breaks off at byte %d, as after a crash; the figures are of what stands before."
                .formatted(run.truncatedAt().getAsLong()));
  }
}
