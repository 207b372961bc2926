package loadgate.gates;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import loadgate.model.Measure;
import loadgate.stats.RunStatistics;

/**
 * The verdict of a run and of each of its gates.
 *
 * @param gates those with limits
 * @param observed metrics without limits that something was recorded for
 * @param inconclusivePasses whether a gate with too few samples leaves the run as it is
 * @param complete whether the log is complete; without that no run passes
 */
public record RunVerdict(
    List<GateResult> gates,
    List<GateResult> observed,
    boolean inconclusivePasses,
    boolean complete) {

  public static RunVerdict of(Gates gates, RunStatistics statistics) {
    return new RunVerdict(
        results(gates.active(), statistics).toList(),
        results(gates.observed(), statistics).filter(RunVerdict::worthShowing).toList(),
        gates.inconclusivePasses(),
        LogCompletion.isComplete(statistics));
  }

  public Verdict verdict() {
    return complete
        ? gates.stream()
            .map(GateResult::verdict)
            .filter(verdict -> !(inconclusivePasses && verdict == Verdict.INCONCLUSIVE))
            .reduce(Verdict.PASS, Verdict::worse)
        : Verdict.INCOMPLETE;
  }

  private static Stream<GateResult> results(List<Gate> gates, RunStatistics statistics) {
    return gates.stream().map(gate -> GateResult.of(gate, statistics));
  }

  private static boolean worthShowing(GateResult result) {
    Measure measure = result.gate().measure();
    boolean expected =
        measure.isCount() && result.actual().equals(OptionalDouble.of(0))
            || measure.isMarkerRate() && result.actual().equals(OptionalDouble.of(100));
    return result.gate().settings().off().isPresent() || result.actual().isPresent() && !expected;
  }
}
