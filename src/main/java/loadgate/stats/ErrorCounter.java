package loadgate.stats;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import loadgate.runlog.GroupPath;

/** Counts errors by request and message while a log is read. */
final class ErrorCounter {

  /** Messages that carry an id or an address would otherwise fill the memory. */
  static final int DISTINCT = 10_000;

  static final String OTHERS = "other errors";
  static final String NO_MESSAGE = "failed without a message";

  private record Error(GroupPath groups, String name, String message) {

    String request() {
      return groups.isEmpty() ? name : groups + " / " + name;
    }
  }

  private static final Error OTHER = new Error(GroupPath.NONE, "", OTHERS);

  private final Map<Error, Long> counts = new HashMap<>();

  void ofRequest(GroupPath groups, String name, String message) {
    count(new Error(groups, name, message.isBlank() ? NO_MESSAGE : message));
  }

  void ofSimulation(String message) {
    count(new Error(GroupPath.NONE, "", message));
  }

  private void count(Error error) {
    boolean known = counts.size() < DISTINCT || counts.containsKey(error);
    counts.merge(known ? error : OTHER, 1L, Long::sum);
  }

  /** The most frequent first. */
  List<ErrorCount> counts() {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    return counts.entrySet().stream()
        .map(
            entry ->
                new ErrorCount(
                    entry.getKey().request(),
                    entry.getKey().message(),
                    entry.getValue(),
                    Share.percent(entry.getValue(), total)))
        .sorted(
            Comparator.comparingLong(ErrorCount::count)
                .reversed()
                .thenComparing(ErrorCount::request)
                .thenComparing(ErrorCount::message))
        .toList();
  }
}
