package loadgate.runlog;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds a group record for every request of certain names, in a group of its name, in whichever
 * groups it was sent.
 */
public final class RequestGroups extends GroupsOfRequests {

  private final Map<String, Optional<GroupPath>> paths;

  /**
   * @param listener gets the log's records and the added ones
   * @param added gets the added ones alone
   * @param names of the requests
   * @param group that gets the groups of the requests
   */
  public RequestGroups(
      RunLogListener listener, RunLogListener added, Set<String> names, String group) {
    super(listener, added);
    this.paths =
        names.stream()
            .collect(
                Collectors.toMap(
                    Function.identity(), name -> Optional.of(GroupPath.of(group, name))));
  }

  @Override
  Optional<GroupPath> groupOf(GroupPath groups, String name) {
    return paths.getOrDefault(name, Optional.empty());
  }
}
