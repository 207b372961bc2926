package proof.score;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import loadgate.model.Direction;
import loadgate.model.Limit;
import loadgate.model.Unit;
import proof.score.ProofRun.Outcome;

/**
 * The proof that a gate notices a fault: a run with the fault in which its value is beyond the
 * limit, and a run without any fault in which it is green.
 *
 * <p>The limit of the faulty run is the shipped one or a stricter one, which the healthy run then
 * keeps as well. The limit of the healthy run may be wider than the shipped one, for slow machines.
 */
record GateProof(ShippedGate gate, Seen broken, Seen healthy) {

  /** A gate in a run. */
  record Seen(ProofRun run, Outcome outcome) {

    double value() {
      return outcome.value();
    }

    String fault() {
      return String.join(", ", run.description().allFaults());
    }
  }

  /** All faults that the gate was seen to notice, the clearest case first. */
  static List<GateProof> of(ShippedGate gate, List<ProofRun> runs) {
    List<Seen> healthy =
        seen(gate, runs, ProofRun::isHealthy).filter(seen -> !isRed(gate, seen.outcome())).toList();
    List<Seen> broken =
        seen(gate, runs, ProofRun::isFaulty)
            .filter(seen -> isBroken(gate, seen.outcome()))
            .toList();
    return broken.stream()
        .sorted(clearestFirst(gate, broken))
        .flatMap(
            red ->
                healthy.stream()
                    .filter(green -> isTheCounterpart(gate, green, red))
                    .min(Comparator.comparing(green -> green.run().description().test()))
                    .map(green -> new GateProof(gate, red, green))
                    .stream())
        .toList();
  }

  /** Of the values that are far beyond the limit those with the fewest faults at once. */
  private static Comparator<Seen> clearestFirst(ShippedGate gate, List<Seen> broken) {
    double farthest = broken.stream().mapToDouble(seen -> distance(gate, seen)).max().orElse(0);
    return Comparator.comparing((Seen seen) -> distance(gate, seen) < farthest / 2)
        .thenComparingInt(seen -> seen.run().description().allFaults().size())
        .thenComparingDouble(seen -> -distance(gate, seen))
        .thenComparing(seen -> seen.run().description().test());
  }

  /** Whether a fault turned it red by its value, whether or not a healthy run is known. */
  static boolean isRedIn(ShippedGate gate, List<ProofRun> runs) {
    return seen(gate, runs, ProofRun::isFaulty).anyMatch(seen -> isBroken(gate, seen.outcome()));
  }

  private static Stream<Seen> seen(
      ShippedGate gate, List<ProofRun> runs, Predicate<ProofRun> which) {
    return runs.stream()
        .filter(which)
        .flatMap(
            run ->
                run.outcomes().stream()
                    .filter(outcome -> gate.isOf(outcome.shipped()))
                    .map(outcome -> new Seen(run, outcome)));
  }

  private static boolean isRed(ShippedGate gate, Outcome outcome) {
    return Set.of(gate.onlyWarns() ? "warn" : "fail", "invalid").contains(outcome.verdict());
  }

  private static boolean isBroken(ShippedGate gate, Outcome outcome) {
    Optional<Limit> used = gate.limitOf(outcome.used());
    return isRed(gate, outcome)
        && used.isPresent()
        && !used.get().passes(outcome.value())
        && (!gate.limit().passes(outcome.value()) || used.get().isWithin(gate.limit()));
  }

  /**
   * The healthy run is the better one. What a stricter limit breaks, it must keep. A lower limit on
   * an amount is also broken by fewer users, so there the faulty run needs as many.
   */
  private static boolean isTheCounterpart(ShippedGate gate, Seen green, Seen broken) {
    Direction better = gate.limit().direction();
    boolean amount = better == Direction.ABOVE && gate.measure().unit() != Unit.PERCENT;
    return better.passes(green.value(), broken.value())
        && !(amount && broken.run().users() < green.run().users())
        && (!gate.limit().passes(broken.value())
            || gate.limitOf(broken.outcome().used()).orElseThrow().passes(green.value()));
  }

  /** From the limit, as a share of it. */
  private static double distance(ShippedGate gate, Seen seen) {
    double limit = gate.limit().value();
    return Math.abs(seen.value() - limit) / Math.max(limit, 1e-9);
  }
}
