package loadgate.gates;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.stats.PathStatistics;
import loadgate.stats.RunStatistics;

/**
 * In how many seconds of a run the load generator was too busy, and why; one second may have
 * several reasons. It is recorded in the log beside the share that gates are on.
 *
 * @param judged seconds of the load after {@link #WARM_UP}
 * @param busy of these, those in which a limit was passed
 * @param cpu of these, those in which it used too much CPU
 * @param gcPauses of these, those in which garbage collections stopped it for too long
 * @param lag of these, those in which its timers fired too late
 */
public record Saturation(int judged, int busy, int cpu, int gcPauses, int lag) {

  /** The first seconds of a load, in which a JVM loads and compiles what it runs. */
  public static final Duration WARM_UP = Duration.ofSeconds(3);

  /** Fewer say nothing: one of them would be 20 %. */
  static final int LEAST_SECONDS = 5;

  private static final List<String> NAMES =
      List.of("Judged (s)", "Busy (s)", "Busy: CPU (s)", "Busy: GC pauses (s)", "Busy: timers (s)");

  /** Whether there were enough seconds to judge by. */
  boolean isJudged() {
    return judged >= LEAST_SECONDS;
  }

  /** The share of busy seconds in percent; 0 when there were too few seconds to judge by. */
  public double percent() {
    return isJudged() ? 100.0 * busy / judged : 0;
  }

  /** By the names under which they are recorded. */
  public Map<String, Integer> seconds() {
    Map<String, Integer> seconds = new LinkedHashMap<>();
    seconds.put(NAMES.get(0), judged);
    seconds.put(NAMES.get(1), busy);
    seconds.put(NAMES.get(2), cpu);
    seconds.put(NAMES.get(3), gcPauses);
    seconds.put(NAMES.get(4), lag);
    return seconds;
  }

  /** As a log says; of several injectors the most of each. Empty in a log of an earlier version. */
  static Optional<Saturation> of(RunStatistics run) {
    List<Integer> seconds = NAMES.stream().flatMap(name -> most(name, run).stream()).toList();
    return seconds.size() < NAMES.size()
        ? Optional.empty()
        : Optional.of(
            new Saturation(
                seconds.get(0), seconds.get(1), seconds.get(2), seconds.get(3), seconds.get(4)));
  }

  private static Optional<Integer> most(String name, RunStatistics run) {
    return run.find(List.of(MeasuredResources.INJECTOR.group(), name))
        .map(PathStatistics::summary)
        .map(summary -> (int) summary.max());
  }
}
