package loadgate.stats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import loadgate.model.StageSamples;
import loadgate.model.StageWindow;
import loadgate.model.StagedSamples;

/**
 * Sorts requests by the stages of the load. Times are milliseconds since the first user's start.
 */
final class StagedSampleCollector {

  private final List<StageCollector> stages;
  private final Period steady;
  private final Period firstQuarter;
  private final Period lastQuarter;
  private final Period firstHalf;
  private final Period secondHalf;
  private final StallCollector stalls = new StallCollector();

  StagedSampleCollector(List<StageWindow> windows) {
    long end = windows.get(windows.size() - 1).end().toMillis();
    stages = windows.stream().map(StageCollector::new).toList();
    long risen = endOfLastRise(windows).toMillis();
    long quarter = (end - risen) / 4;
    steady = new Period(risen, end);
    firstQuarter = new Period(risen, risen + quarter);
    lastQuarter = new Period(end - quarter, end);
    firstHalf = new Period(Long.MIN_VALUE, end / 2);
    secondHalf = new Period(end / 2, end);
  }

  private static Duration endOfLastRise(List<StageWindow> windows) {
    Duration end = Duration.ZERO;
    double load = 0;
    for (StageWindow window : windows) {
      if (window.load() > load) {
        end = window.reached();
      }
      load = window.load();
    }
    return end;
  }

  /**
   * @param atMillis when the request ended
   */
  void record(long atMillis, long responseTime, boolean ok) {
    for (StageCollector stage : stages) {
      stage.settled.record(atMillis, responseTime, ok);
    }
    steady.record(atMillis, responseTime, ok);
    firstQuarter.record(atMillis, responseTime, ok);
    lastQuarter.record(atMillis, responseTime, ok);
    firstHalf.record(atMillis, responseTime, ok);
    secondHalf.record(atMillis, responseTime, ok);
  }

  StallCollector stalls() {
    return stalls;
  }

  StagedSamples samples() {
    List<StageSamples> samples = new ArrayList<>();
    for (StageCollector stage : stages) {
      samples.add(new StageSamples(stage.window, stage.settled.summary()));
    }
    return new StagedSamples(
        samples,
        steady.summary(),
        firstQuarter.summary(),
        lastQuarter.summary(),
        firstHalf.summary(),
        secondHalf.summary(),
        stalls.longest());
  }

  private static final class StageCollector {

    private final StageWindow window;
    private final Period settled;

    StageCollector(StageWindow window) {
      this.window = window;
      this.settled = new Period(window.settled().toMillis(), window.end().toMillis());
    }
  }

  /** The samples from one moment on until another. */
  private static final class Period {

    private final SampleCollector samples = new SampleCollector();
    private final long fromMillis;
    private final long toMillis;

    Period(long fromMillis, long toMillis) {
      this.fromMillis = fromMillis;
      this.toMillis = toMillis;
    }

    void record(long atMillis, long responseTime, boolean ok) {
      if (atMillis >= fromMillis && atMillis < toMillis) {
        samples.record(responseTime, ok);
      }
    }

    Summary summary() {
      return samples.summary((toMillis - Math.max(0, fromMillis)) / 1e3);
    }
  }
}
