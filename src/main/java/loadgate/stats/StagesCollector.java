package loadgate.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.model.StageWindow;
import loadgate.model.StagedSamples;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;

/**
 * Listens to a log and sorts the requests by the stages of the load: all of them, and those of each
 * user type.
 */
public final class StagesCollector implements RunLogListener {

  private static final int UNKNOWN = -1;

  private final List<StageWindow> windows;
  private final StagedSampleCollector all;
  private final Map<String, StagedSampleCollector> userTypes = new HashMap<>();
  private int firstUserMillis = UNKNOWN;
  private int lastMillis;

  /**
   * @param windows of the run's stages, one after the other, at least one
   */
  public StagesCollector(List<StageWindow> windows) {
    this.windows = List.copyOf(windows);
    this.all = new StagedSampleCollector(this.windows);
  }

  /** All requests heard so far. */
  public StagedSamples all() {
    return all.samples();
  }

  /** The requests of a user type heard so far, by its name in the report; empty without any. */
  public Optional<StagedSamples> of(String userType) {
    return Optional.ofNullable(userTypes.get(userType)).map(StagedSampleCollector::samples);
  }

  /** The latest time in the log, in milliseconds since the start of the run. */
  public int lastMillis() {
    return lastMillis;
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    if (firstUserMillis == UNKNOWN) {
      firstUserMillis = atMillis;
    }
    lastMillis = Math.max(lastMillis, atMillis);
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    long atMillis = endMillis - Math.max(0, firstUserMillis);
    long responseTime = (long) endMillis - startMillis;
    all.record(atMillis, responseTime, ok);
    all.stalls().record(startMillis, endMillis, ok, message);
    if (!groups.isEmpty()) {
      StagedSampleCollector userType =
          userTypes.computeIfAbsent(
              groups.names().get(0), group -> new StagedSampleCollector(windows));
      userType.record(atMillis, responseTime, ok);
      userType.stalls().record(startMillis, endMillis, ok, message);
    }
    lastMillis = Math.max(lastMillis, endMillis);
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    lastMillis = Math.max(lastMillis, endMillis);
  }
}
