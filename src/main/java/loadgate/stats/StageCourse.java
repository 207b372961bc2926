package loadgate.stats;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How some of a run's requests went from stage to stage. A figure is empty when it cannot be told:
 * the run has too few stages for it, or they are too short.
 */
public final class StageCourse {

  /** A failed share that is too small to speak of a drift. */
  private static final double NO_DRIFT = 0.001;

  private static final double MOST_DRIFT = 1_000_000;

  private final List<StageWindow> stages;
  private final List<Samples> settled;
  private final Duration steadyFrom;
  private final long endMillis;
  private final Half firstHalf = new Half();
  private final Half secondHalf = new Half();
  private long steadySuccesses;

  StageCourse(List<StageWindow> stages) {
    this.stages = stages;
    this.settled = Stream.generate(Samples::new).limit(stages.size()).toList();
    this.steadyFrom = endOfLastRise(stages);
    this.endMillis = stages.get(stages.size() - 1).end().toMillis();
  }

  private static Duration endOfLastRise(List<StageWindow> stages) {
    Duration end = Duration.ZERO;
    double load = 0;
    for (StageWindow stage : stages) {
      if (stage.load() > load) {
        end = stage.reached();
      }
      load = stage.load();
    }
    return end;
  }

  void record(long moment, long responseTime, boolean ok) {
    if (moment >= endMillis) {
      return;
    }
    (moment < endMillis / 2 ? firstHalf : secondHalf).record(ok);
    if (ok && moment >= steadyFrom.toMillis()) {
      steadySuccesses++;
    }
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).isSettledAt(moment)) {
        settled.get(i).record(responseTime, ok);
      }
    }
  }

  /** Successful requests per second from the end of the last rise to the end of the profile. */
  public OptionalDouble steadyThroughput() {
    double seconds = (endMillis - steadyFrom.toMillis()) / 1e3;
    return seconds > 0 ? OptionalDouble.of(steadySuccesses / seconds) : OptionalDouble.empty();
  }

  /** Successful requests per second of the last stage with users, once it has settled. */
  public OptionalDouble finalThroughput() {
    return stagesWithLoad().max().stream()
        .filter(last -> stages.get(last).settledSeconds() > 0)
        .mapToDouble(this::throughput)
        .findFirst();
  }

  /**
   * The lowest of (throughput of stage k / load of stage k) / (throughput of stage 1 / load of
   * stage 1), in percent. It needs two stages with load.
   */
  public OptionalDouble scalingEfficiency() {
    int[] loaded = stagesWithLoad().toArray();
    if (loaded.length < 2) {
      return unknown();
    }
    double first = throughputPerUser(loaded[0]);
    return first > 0
        ? IntStream.of(loaded).skip(1).mapToDouble(i -> 100 * throughputPerUser(i) / first).min()
        : unknown();
  }

  /**
   * The failed share of the second half of the profile as a percentage of that of the first half: 0
   * when at most 0.1 % of the second half failed, 1,000,000 when only the second half did.
   */
  public OptionalDouble failureDrift() {
    if (firstHalf.isEmpty() || secondHalf.isEmpty()) {
      return unknown();
    }
    double later = secondHalf.failedShare();
    return OptionalDouble.of(
        later <= NO_DRIFT ? 0 : Math.min(MOST_DRIFT, 100 * later / firstHalf.failedShare()));
  }

  /** The 95th percentile of the last stage as a percentage of the first stage's. */
  public OptionalDouble finalP95Growth() {
    Summary first = stage(0);
    Summary last = stage(stages.size() - 1);
    if (stages.size() < 2 || first.count() == 0 || last.count() == 0) {
      return unknown();
    }
    // Below a millisecond there is nothing to grow from.
    double from = Math.max(1, first.all().percentileMillis(95));
    return OptionalDouble.of(100 * Math.max(1, last.all().percentileMillis(95)) / from);
  }

  /** What was measured in each stage. */
  public List<StageStatistics> stages() {
    return IntStream.range(0, stages.size())
        .mapToObj(i -> new StageStatistics(stages.get(i), stage(i)))
        .toList();
  }

  private Summary stage(int index) {
    return settled.get(index).summary(stages.get(index).settledSeconds());
  }

  private IntStream stagesWithLoad() {
    return IntStream.range(0, stages.size()).filter(i -> stages.get(i).load() > 0);
  }

  private double throughputPerUser(int index) {
    return throughput(index) / stages.get(index).load();
  }

  /** 0 for a stage that was too short to settle. */
  private double throughput(int index) {
    double seconds = stages.get(index).settledSeconds();
    return seconds > 0 ? settled.get(index).successes() / seconds : 0;
  }

  private static OptionalDouble unknown() {
    return OptionalDouble.empty();
  }

  private static final class Half {

    private long ok;
    private long ko;

    void record(boolean isOk) {
      if (isOk) {
        ok++;
      } else {
        ko++;
      }
    }

    boolean isEmpty() {
      return ok + ko == 0;
    }

    double failedShare() {
      return (double) ko / (ok + ko);
    }
  }
}
