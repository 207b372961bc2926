package loadgate.runlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a group record of every request of certain names, in a group of their own. */
public final class RequestGroups extends GroupsOfRequests {

  private final List<NamedRequests> named;

  /** The groups of requests by the outermost group that they are in, and by their names. */
  private final Map<String, Map<String, List<GroupPath>>> known = new HashMap<>();

  /**
   * @param groups gets the group records alone
   * @param named the requests; one that is among several of them gets an execution for each
   */
  public RequestGroups(RunLogListener groups, List<NamedRequests> named) {
    super(groups);
    this.named = named;
  }

  @Override
  List<GroupPath> groupsOf(GroupPath groups, String name) {
    String outermost = groups.isEmpty() ? "" : groups.names().get(0);
    return known
        .computeIfAbsent(outermost, group -> new HashMap<>())
        .computeIfAbsent(name, request -> matching(outermost, request));
  }

  private List<GroupPath> matching(String outermost, String name) {
    return named.stream()
        .filter(requests -> requests.areIn(outermost))
        .filter(requests -> requests.names().matcher(name).matches())
        .map(NamedRequests::group)
        .toList();
  }
}
