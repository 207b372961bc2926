package loadgate.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loadgate.runlog.GroupPath;
import loadgate.runlog.RunLogListener;

/** Counts the errors of each request while a log is read. */
final class FailureCounter implements RunLogListener {

  private record Failure(GroupPath groups, String name, String message) {

    FailureCount times(long count) {
      return new FailureCount(groups.isEmpty() ? name : groups + " / " + name, message, count);
    }
  }

  private final Map<Failure, Long> counts = new HashMap<>();

  @Override
  public void request(
      GroupPath groups, String name, int startMillis, int endMillis, boolean ok, String message) {
    if (!ok) {
      counts.merge(new Failure(groups, name, message), 1L, Long::sum);
    }
  }

  /** The most frequent first. */
  List<FailureCount> counts() {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey().times(entry.getValue()))
        .sorted(
            Comparator.comparingLong(FailureCount::count)
                .reversed()
                .thenComparing(FailureCount::request)
                .thenComparing(FailureCount::error))
        .toList();
  }
}
