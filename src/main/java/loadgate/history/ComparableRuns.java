package loadgate.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs of one simulation under one profile, whose figures can be compared.
 *
 * @param runs oldest first, at least one
 */
record ComparableRuns(String simulation, String profile, List<HistoryEntry> runs) {

  /** Sorts runs into such groups; the group with the newest run comes first. */
  static List<ComparableRuns> of(List<HistoryEntry> runs) {
    Map<List<String>, List<HistoryEntry>> groups = new LinkedHashMap<>();
    runs.stream()
        .sorted(Comparator.comparing(HistoryEntry::time).reversed())
        .forEach(
            run ->
                groups
                    .computeIfAbsent(
                        List.of(run.simulation(), run.profile()), key -> new ArrayList<>())
                    .add(run));
    return groups.values().stream().map(ComparableRuns::ofNewestFirst).toList();
  }

  private static ComparableRuns ofNewestFirst(List<HistoryEntry> runs) {
    Collections.reverse(runs);
    return new ComparableRuns(runs.get(0).simulation(), runs.get(0).profile(), List.copyOf(runs));
  }

  /** One for every gate that any of the runs had, those of the newest run first, in its order. */
  List<GateTrend> trends() {
    List<GateFigures> gates = new ArrayList<>();
    for (int i = runs.size() - 1; i >= 0; i--) {
      for (GateFigures gate : runs.get(i).gates()) {
        if (gates.stream().noneMatch(gate::isSameGate)) {
          gates.add(gate);
        }
      }
    }
    return gates.stream().map(gate -> GateTrend.of(gate, runs)).toList();
  }
}
