package loadgate.runlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a group record of every request whose outermost group is named after a scenario: the
 * group's execution that consists of this one request. Users that stay in such a group for good
 * leave no group record of their own.
 */
public final class ScenarioGroups extends GroupsOfRequests {

  private final Map<String, List<GroupPath>> paths = new HashMap<>();

  /**
   * @param groups gets the group records alone
   */
  public ScenarioGroups(RunLogListener groups) {
    super(groups);
  }

  @Override
  public void header(RunHeader header) {
    header.scenarios().forEach(name -> paths.put(name, List.of(GroupPath.of(name))));
  }

  @Override
  List<GroupPath> groupsOf(GroupPath groups, String name) {
    return groups.isEmpty() ? List.of() : paths.getOrDefault(groups.names().get(0), List.of());
  }
}
