package loadgate.run;

import static loadgate.metrics.UserTypeMetrics.USERS_STARTED;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunHeader;
import loadgate.runlog.RunLogListener;

/**
 * Counts the users that came and those that got through their start, to add those that never did: a
 * user that leaves, or is cut off at the end, cannot be asked any more.
 */
final class StartedUsers implements RunLogListener {

  private final Map<String, Integer> notStarted = new TreeMap<>();
  private List<String> scenarios = List.of();

  @Override
  public void header(RunHeader header) {
    scenarios = header.scenarios();
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) {
    if (started) {
      notStarted.merge(scenarios.get(scenario), 1, Integer::sum);
    }
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    List<String> names = path.names();
    if (names.size() == 2 && names.get(1).equals(USERS_STARTED.title())) {
      notStarted.merge(names.get(0), -1, Integer::sum);
    }
  }

  /** Adds a miss for each user that never started, at that moment. */
  void writeTo(RunLogListener log, int atMillis) throws IOException {
    for (Map.Entry<String, Integer> users : notStarted.entrySet()) {
      GroupPath path = GroupPath.of(users.getKey(), USERS_STARTED.title());
      for (int i = 0; i < users.getValue(); i++) {
        log.group(path, atMillis, atMillis, 0, false);
      }
    }
  }
}
