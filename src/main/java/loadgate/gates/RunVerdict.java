package loadgate.gates;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
 * @param basis what the run is compared with, or why with nothing; empty when nobody knows
 * @param stated assertions of the run that are no gates, because the simulation states them itself
 * @param complete whether the log is complete; without that no run passes
 */
public record RunVerdict(
    List<GateResult> gates,
    List<GateResult> observed,
    boolean inconclusivePasses,
    String basis,
    List<AssertionOutcome> stated,
    boolean complete) {

  public static RunVerdict of(Gates gates, RunStatistics statistics) {
    return new RunVerdict(
        results(gates.active(), statistics).toList(),
        results(gates.observed(), statistics).filter(RunVerdict::worthShowing).toList(),
        gates.inconclusivePasses(),
        gates.basis(),
        gates.areOfPlainSimulation() ? AssertionOutcome.beside(gates, statistics) : List.of(),
        LogCompletion.isComplete(statistics));
  }

  public Verdict verdict() {
    if (!complete) {
      return Verdict.INCOMPLETE;
    }
    Verdict ofStated =
        stated.stream().allMatch(AssertionOutcome::holds) ? Verdict.PASS : Verdict.FAIL;
    return gates.stream()
        .map(GateResult::verdict)
        .filter(verdict -> !(inconclusivePasses && verdict == Verdict.INCONCLUSIVE))
        .reduce(ofStated, Verdict::worse);
  }

  /**
   * What people want to see: of the comparisons with earlier runs, and of what one user among many
   * went through, only those that tell something.
   */
  public List<GateResult> shown() {
    return gates.stream()
        .filter(gate -> gate.verdict() != Verdict.PASS || isWorthShowing(gate.gate().measure()))
        .toList();
  }

  private static boolean isWorthShowing(Measure measure) {
    return !measure.isRegression() && !measure.isOfTheWorst();
  }

  /** The same, the worst verdicts first. */
  public List<GateResult> worstFirst() {
    return shown().stream().sorted(Comparator.comparing(GateResult::verdict).reversed()).toList();
  }

  /** How the run compares with earlier ones; nothing when nobody knows. */
  public Optional<String> comparison() {
    List<GateResult> compared = compared().toList();
    return Optional.of(basis)
        .filter(text -> !text.isEmpty())
        .map(
            text ->
                compared.isEmpty()
                    ? "regression: " + text
                    : comparison(compared) + ", against " + text);
  }

  private static String comparison(List<GateResult> compared) {
    long worse = compared.stream().filter(gate -> gate.verdict() != Verdict.PASS).count();
    long better = compared.stream().filter(GateResult::better).count();
    return "regression: %s of %s figures are worse".formatted(worse, compared.size())
        + (better > 0 ? ", %s better".formatted(better) : "");
  }

  private Stream<GateResult> compared() {
    return gates.stream().filter(gate -> gate.gate().measure().isRegression());
  }

  /** What earlier runs came to in the figure of a gate, for people; nothing when nobody knows. */
  public String baselineText(GateResult result) {
    Gate gate = result.gate();
    return gate.measure().isRegression()
        ? result.baselineText()
        : compared()
            .filter(other -> other.gate().path().equals(gate.path()))
            .filter(other -> other.gate().measure().equals(gate.measure().againstEarlierRuns()))
            .map(GateResult::baselineText)
            .findFirst()
            .orElse("");
  }

  private static Stream<GateResult> results(List<Gate> gates, RunStatistics statistics) {
    return gates.stream().map(gate -> GateResult.of(gate, statistics));
  }

  private static boolean worthShowing(GateResult result) {
    Measure measure = result.gate().measure();
    boolean expected =
        measure.isCount() && result.actual().equals(OptionalDouble.of(0))
            || measure.isMarkerRate() && result.actual().equals(OptionalDouble.of(100))
            || measure.isOfTheWorst() && result.actual().equals(OptionalDouble.of(0));
    return result.gate().settings().off().isPresent() || result.actual().isPresent() && !expected;
  }
}
