package loadgate.runlog;

import java.io.IOException;
import java.util.List;

/** Makes group records of requests: executions that consist of this one request. */
abstract class GroupsOfRequests implements RunLogListener {

  private final RunLogListener groups;

  /**
   * @param groups gets the group records alone
   */
  GroupsOfRequests(RunLogListener groups) {
    this.groups = groups;
  }

  /** The groups that get an execution for the request. */
  abstract List<GroupPath> groupsOf(GroupPath groups, String name);

  @Override
  public final void request(
      GroupPath inside, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    for (GroupPath path : groupsOf(inside, name)) {
      groups.group(path, startMillis, endMillis, endMillis - startMillis, ok);
    }
  }
}
