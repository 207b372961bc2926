package loadgate.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;

/**
 * Listens to a log and computes how the run went from stage to stage, for all requests and for
 * those of each user type. Requests count where they end; those that end after the last stage
 * belong to none.
 */
public final class StageAnalysis implements RunLogListener {

  private final List<StageWindow> stages;
  private final StageCourse all;
  private final Map<String, StageCourse> userTypes = new HashMap<>();
  private long origin = -1;
  private int lastMillis;

  /** Of a run with these stages, one after the other. */
  public StageAnalysis(List<StageWindow> stages) {
    this.stages = List.copyOf(stages);
    this.all = new StageCourse(this.stages);
  }

  /** The course of all requests. */
  public StageCourse all() {
    return all;
  }

  /** The course of a user type's requests, by its name in the report; empty without any. */
  public Optional<StageCourse> of(String userType) {
    return Optional.ofNullable(userTypes.get(userType));
  }

  /** The latest time in the log, in milliseconds since the start of the run. */
  public int lastMillis() {
    return lastMillis;
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    if (origin < 0) {
      origin = atMillis;
    }
    lastMillis = Math.max(lastMillis, atMillis);
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    long moment = endMillis - Math.max(0, origin);
    long responseTime = (long) endMillis - startMillis;
    all.record(moment, responseTime, ok);
    if (!groups.isEmpty()) {
      userTypes
          .computeIfAbsent(groups.names().get(0), userType -> new StageCourse(stages))
          .record(moment, responseTime, ok);
    }
    lastMillis = Math.max(lastMillis, endMillis);
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    lastMillis = Math.max(lastMillis, endMillis);
  }
}
