package loadgate.runlog;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Hands the records of a log on and adds a group record for every request of certain names: an
 * execution that consists of this one request, in a group of its name, in whichever groups it was
 * sent.
 */
public final class RequestGroups implements RunLogListener {

  private final RunLogListener listener;
  private final RunLogListener added;
  private final Map<String, GroupPath> paths;

  /**
   * @param listener gets the log's records and the added ones
   * @param added gets the added ones alone
   * @param names of the requests
   * @param group that gets the groups of the requests
   */
  public RequestGroups(
      RunLogListener listener, RunLogListener added, Set<String> names, String group) {
    this.listener = listener;
    this.added = added;
    this.paths =
        names.stream()
            .collect(Collectors.toMap(Function.identity(), name -> GroupPath.of(group, name)));
  }

  @Override
  public void header(RunHeader header) throws IOException {
    listener.header(header);
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    listener.request(groups, name, startMillis, endMillis, ok, message);
    GroupPath path = paths.get(name);
    if (path != null) {
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
