package loadgate.gates;

import java.util.List;
import java.util.stream.Stream;
import loadgate.stats.RunStatistics;

/**
 * The verdict of a run with that of each gate.
 *
 * @param gates those with limits
 * @param observed metrics without limits that something was recorded for
 */
public record RunVerdict(List<GateResult> gates, List<GateResult> observed) {

  public static RunVerdict of(Gates gates, RunStatistics statistics) {
    return new RunVerdict(
        results(gates.active(), statistics).toList(),
        results(gates.observed(), statistics).filter(RunVerdict::worthShowing).toList());
  }

  public Verdict verdict() {
    return gates.stream().map(GateResult::verdict).reduce(Verdict.PASS, Verdict::worse);
  }

  private static Stream<GateResult> results(List<Gate> gates, RunStatistics statistics) {
    return gates.stream().map(gate -> GateResult.of(gate, statistics));
  }

  private static boolean worthShowing(GateResult result) {
    boolean counted = result.gate().measure().isCount();
    return result.actual().isPresent() && !(counted && result.actual().getAsDouble() == 0);
  }
}
