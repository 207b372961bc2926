package loadgate.history;

import java.util.ArrayList;
import java.util.List;

/**
 * The entries of the history file, and its damaged lines.
 *
 * @param runs in the order of their lines, which is the order in which they ended
 * @param damaged the lines that are not among them, in their order
 * @param earlier how many lines before these were not read
 */
public record History(List<HistoryEntry> runs, List<DamagedLine> damaged, long earlier) {

  /** Of a project that has not run yet. */
  public static final History EMPTY = new History(List.of(), List.of(), 0);

  public History {
    runs = List.copyOf(runs);
    damaged = List.copyOf(damaged);
  }

  /** Reads the content of a file. Lines without anything in them are neither runs nor damage. */
  static History of(byte[] content) {
    return of(content, 0);
  }

  /** As {@link #of(byte[])}, of the content behind so many lines. */
  static History of(byte[] content, long earlier) {
    List<HistoryEntry> runs = new ArrayList<>();
    List<DamagedLine> damaged = new ArrayList<>();
    long number = earlier;
    for (byte[] line : HistoryLine.split(content)) {
      number++;
      try {
        if (!HistoryLine.isBlank(line)) {
          runs.add(HistoryLine.read(line));
        }
      } catch (DamagedLineException e) {
        damaged.add(new DamagedLine(number, e.getMessage()));
      }
    }
    return new History(runs, damaged, earlier);
  }
}
