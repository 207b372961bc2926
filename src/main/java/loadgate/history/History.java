package loadgate.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The entries of the history file, and its damaged lines.
 *
 * @param runs in the order of their lines, which is the order in which they ended
 * @param damaged the lines that are not among them, in their order
 */
public record History(List<HistoryEntry> runs, List<DamagedLine> damaged) {

  /** Of a project that has not run yet. */
  public static final History EMPTY = new History(List.of(), List.of());

  public History {
    runs = List.copyOf(runs);
    damaged = List.copyOf(damaged);
  }

  /** Reads the content of a file. Lines without anything in them are neither runs nor damage. */
  static History of(byte[] content) {
    List<HistoryEntry> runs = new ArrayList<>();
    List<DamagedLine> damaged = new ArrayList<>();
    int number = 0;
    for (int start = 0; start < content.length; ) {
      int end = endOfLine(content, start);
      byte[] line = Arrays.copyOfRange(content, start, end);
      number++;
      try {
        if (!HistoryLine.isBlank(line)) {
          runs.add(HistoryLine.read(line));
        }
      } catch (DamagedLineException e) {
        damaged.add(new DamagedLine(number, e.getMessage()));
      }
      start = end + 1;
    }
    return new History(runs, damaged);
  }

  private static int endOfLine(byte[] content, int start) {
    int end = start;
    while (end < content.length && content[end] != '\n') {
      end++;
    }
    return end;
  }
}
