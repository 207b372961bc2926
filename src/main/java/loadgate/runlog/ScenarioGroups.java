package loadgate.runlog;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hands the records of a log on and adds a group record for every request whose outermost group is
 * named after a scenario: the group's execution that consists of this one request. Users that stay
 * in such a group for good leave no group record of their own.
 */
public final class ScenarioGroups implements RunLogListener {

  private final RunLogListener listener;
  private final RunLogListener added;
  private final Set<String> scenarios = new HashSet<>();
  private final Map<String, GroupPath> paths = new HashMap<>();

  /**
   * @param listener gets the log's records and the added ones
   * @param added gets the added ones alone
   */
  public ScenarioGroups(RunLogListener listener, RunLogListener added) {
    this.listener = listener;
    this.added = added;
  }

  @Override
  public void header(RunHeader header) throws IOException {
    scenarios.addAll(header.scenarios());
    listener.header(header);
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    listener.request(groups, name, startMillis, endMillis, ok, message);
    List<String> names = groups.names();
    if (!names.isEmpty() && scenarios.contains(names.get(0))) {
      GroupPath path = paths.computeIfAbsent(names.get(0), scenario -> GroupPath.of(scenario));
      int responseTime = endMillis - startMillis;
      listener.group(path, startMillis, endMillis, responseTime, ok);
      added.group(path, startMillis, endMillis, responseTime, ok);
    }
  }

  @Override
  public void group(GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {
    listener.group(path, startMillis, endMillis, cumulatedMillis, ok);
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) throws IOException {
    listener.user(scenario, started, atMillis);
  }

  @Override
  public void error(String message, int atMillis) throws IOException {
    listener.error(message, atMillis);
  }
}
