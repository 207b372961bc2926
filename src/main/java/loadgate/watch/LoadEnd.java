package loadgate.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.metrics.DerivedMetric;

/**
 * What was left when the load ended, and what users went through until then.
 *
 * @param metrics by the group that they are recorded in: the title of each user type, or that of a
 *     plain simulation
 * @param unanswered requests that had been under way for long; they count as failed
 * @param brokenOff why the load ended before its time, if it did
 * @param users for people: how many came, and what became of them
 */
public record LoadEnd(
    Map<String, List<DerivedMetric>> metrics,
    List<Unanswered> unanswered,
    Optional<String> brokenOff,
    String users) {

  /** Nothing is known, because no user came or the process was told to end. */
  public static final LoadEnd UNKNOWN = new LoadEnd(Map.of(), List.of(), Optional.empty(), "");

  /**
   * A request that was under way when the load ended.
   *
   * @param groups that it was sent in, outermost first
   * @param startMillis since the epoch
   * @param endMillis when the load ended
   */
  public record Unanswered(List<String> groups, String name, long startMillis, long endMillis) {

    /** How long it had been under way. */
    public long millis() {
      return endMillis - startMillis;
    }
  }
}
