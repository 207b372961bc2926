package loadgate.runlog;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds a group record for every request whose outermost group is named after a scenario: the
 * group's execution that consists of this one request. Users that stay in such a group for good
 * leave no group record of their own.
 */
public final class ScenarioGroups extends GroupsOfRequests {

  private final Map<String, List<GroupPath>> paths = new HashMap<>();

  /**
   * @param listener gets the log's records and the added ones
   * @param added gets the added ones alone
   */
  public ScenarioGroups(RunLogListener listener, RunLogListener added) {
    super(listener, added);
  }

  @Override
  public void header(RunHeader header) throws IOException {
    header.scenarios().forEach(name -> paths.put(name, List.of(GroupPath.of(name))));
    super.header(header);
  }

  @Override
  List<GroupPath> groupsOf(GroupPath groups, String name) {
    return groups.isEmpty() ? List.of() : paths.getOrDefault(groups.names().get(0), List.of());
  }
}
