package loadgate.runlog;

import java.io.IOException;
import java.util.List;

/** Several listeners to one reading of a log; each record reaches them in their order. */
public record RunLogListeners(List<RunLogListener> all) implements RunLogListener {

  @Override
  public void header(RunHeader header) throws IOException {
    for (RunLogListener listener : all) {
      listener.header(header);
    }
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message)
      throws IOException {
    for (RunLogListener listener : all) {
      listener.request(groups, name, startMillis, endMillis, ok, message);
    }
  }

  @Override
  public void group(GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok)
      throws IOException {
    for (RunLogListener listener : all) {
      listener.group(path, startMillis, endMillis, cumulatedMillis, ok);
    }
  }

  @Override
  public void user(int scenario, boolean started, int atMillis) throws IOException {
    for (RunLogListener listener : all) {
      listener.user(scenario, started, atMillis);
    }
  }

  @Override
  public void error(String message, int atMillis) throws IOException {
    for (RunLogListener listener : all) {
      listener.error(message, atMillis);
    }
  }
}
