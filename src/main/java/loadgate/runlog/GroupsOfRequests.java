package loadgate.runlog;

import java.io.IOException;
import java.util.List;

/**
 * Hands the records of a log on and adds group records for requests: executions that consist of
 * this one request.
 */
abstract class GroupsOfRequests implements RunLogListener {

  private final RunLogListener listener;
  private final RunLogListener added;

  /**
   * @param listener gets the log's records and the added ones
   * @param added gets the added ones alone
   */
  GroupsOfRequests(RunLogListener listener, RunLogListener added) {
    this.listener = listener;
    this.added = added;
  }

  /** The groups that get an execution for the request. */
  abstract List<GroupPath> groupsOf(GroupPath groups, String name);

  @Override
  public void header(RunHeader header) throws IOException {
    listener.header(header);
  }

  @Override
  public final void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    listener.request(groups, name, startMillis, endMillis, ok, message);
    int responseTime = endMillis - startMillis;
    for (GroupPath path : groupsOf(groups, name)) {
      listener.group(path, startMillis, endMillis, responseTime, ok);
      added.group(path, startMillis, endMillis, responseTime, ok);
    }
  }

  @Override
  public final void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {
    listener.group(path, startMillis, endMillis, cumulatedMillis, ok);
  }

  @Override
  public final void user(int scenario, boolean started, int atMillis) throws IOException {
    listener.user(scenario, started, atMillis);
  }

  @Override
  public final void error(String message, int atMillis) throws IOException {
    listener.error(message, atMillis);
  }
}
