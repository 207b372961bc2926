package loadgate.stats;

import static java.util.Objects.requireNonNull;

/**
 * What was measured in one stage of the load once it had settled.
 *
 * @param summary whose rates are those of that time, 0 for a stage that never settled
 */
public record StageStatistics(StageWindow span, Summary summary) {

  public StageStatistics {
    requireNonNull(span, "span");
    requireNonNull(summary, "summary");
  }
}
