package loadgate.stats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLog;
import loadgate.runlog.RunLogListener;

/**
 * Keeps every single value of a log, as the statistics must not; the empty path has those of all
 * requests.
 */
final class RawValues implements RunLogListener {

  private final Map<List<String>, List<Long>> values = new HashMap<>();

  static RawValues of(Path log) throws IOException {
    RawValues values = new RawValues();
    new RunLog(log).read(values);
    return values;
  }

  List<Long> sorted(List<String> path) {
    return values.get(path).stream().sorted().toList();
  }

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    List<String> path = new ArrayList<>(groups.names());
    path.add(name);
    add(path, endMillis - startMillis);
    add(List.of(), endMillis - startMillis);
  }

  @Override
  public void group(
      GroupPath path, int startMillis, int endMillis, int cumulatedMillis, boolean ok) {
    add(path.names(), cumulatedMillis);
  }

  private void add(List<String> path, long value) {
    values.computeIfAbsent(List.copyOf(path), p -> new ArrayList<>()).add(value);
  }
}
