package loadgate.stats;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;

/**
 * The course of a run over time, in steps of equal length. A step is a second; a run of more than
 * {@value #MAX_STEPS} seconds has steps of 2, 4, 8 … seconds instead.
 *
 * @param step how long each step is
 * @param scenarios the names of the counts in {@link Step#activeUsersPerScenario()}
 * @param steps without a gap, the first one beginning at the start of the run
 */
public record Timeline(Duration step, List<String> scenarios, List<Step> steps) {

  /**
   * The most steps of a timeline: what a chart can show, and what keeps it within 7 MB while it is
   * computed.
   */
  public static final int MAX_STEPS = 1000;

  public Timeline {
    requireNonNull(step, "step");
    scenarios = List.copyOf(scenarios);
    steps = List.copyOf(steps);
  }

  /**
   * What happened in one step. Requests have their status and their response time where they ended.
   *
   * @param startSeconds when it begins, in seconds since the start of the run
   * @param started requests that were sent
   * @param ok requests that ended well
   * @param ko requests that failed
   * @param activeUsers the most users that were active at a time
   * @param activeUsersPerScenario the same for each scenario
   * @param p50 the median response time in ms of the requests that ended (for a metric, of its
   *     values in its unit), 0 without any. Up to 127 it is exact, above it may be up to 1.6 % too
   *     low: a step keeps its values in classes, so that it stays small however many differ
   * @param p95 the 95th percentile, as exact as the median
   * @param max the longest response time or largest value, exact
   */
  public record Step(
      long startSeconds,
      long started,
      long ok,
      long ko,
      int activeUsers,
      List<Integer> activeUsersPerScenario,
      long p50,
      long p95,
      long max) {

    public Step {
      activeUsersPerScenario = List.copyOf(activeUsersPerScenario);
    }
  }
}
