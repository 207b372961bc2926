package proof.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import org.junit.jupiter.api.Test;
import proof.RunDescription;

/** What proves a gate, on {@code health p95 < 100 ms} and {@code steady-throughput > 50/s}. */
class GateProofTest {

  private static final Measure P95 = Measure.of("p95");
  private static final Measure THROUGHPUT = Measure.of("steady-throughput");

  private static GateLimits limits(Measure measure, double fail) {
    Limit limit = Limit.exclusive(measure.direction(), fail);
    return new GateLimits(
        Optional.of("health"),
        Optional.empty(),
        measure,
        Optional.of(limit),
        Optional.empty(),
        1,
        "gatling.conf:1");
  }

  private static ProofRun run(
      List<String> faults, int users, Measure measure, double limit, double value) {
    boolean passes = measure.direction().passes(value, limit);
    double shipped = measure.direction() == Direction.BELOW ? 100 : 50;
    return new ProofRun(
        new RunDescription("SomeIT.some", "Some", Map.of(), faults, passes ? 0 : 2),
        users,
        List.of(
            new ProofRun.Outcome(
                limits(measure, shipped),
                limits(measure, limit),
                value,
                passes ? "pass" : "fail")));
  }

  private static ProofRun healthy(double limit, double p95) {
    return run(List.of(), 10, P95, limit, p95);
  }

  private static ProofRun broken(double limit, double p95) {
    return run(List.of("slow"), 10, P95, limit, p95);
  }

  private static List<GateProof> proofs(ProofRun... runs) {
    return GateProof.of(ShippedGate.of(limits(P95, 100), "light"), List.of(runs));
  }

  private static List<GateProof> proofsOfThroughput(ProofRun... runs) {
    return GateProof.of(ShippedGate.of(limits(THROUGHPUT, 50), "light"), List.of(runs));
  }

  @Test
  void aFaultThatBreaksTheShippedLimitProvesIt() {
    List<GateProof> proofs = proofs(healthy(100, 20), broken(100, 300));

    assertThat(proofs).hasSize(1);
    assertThat(proofs.get(0).broken().fault()).isEqualTo("slow");
    assertThat(proofs.get(0).healthy().value()).isEqualTo(20);
  }

  @Test
  void theHealthyRunMayHaveAWiderLimit() {
    assertThat(proofs(healthy(5_000, 150), broken(100, 300))).hasSize(1);
  }

  @Test
  void aRedRunWithoutAFaultProvesNothing() {
    assertThat(proofs(healthy(100, 20), healthy(100, 300))).isEmpty();
  }

  @Test
  void aFaultThatLeavesTheGateGreenProvesNothing() {
    assertThat(proofs(healthy(100, 20), broken(100, 60))).isEmpty();
  }

  @Test
  void withoutAHealthyRunNothingIsProven() {
    assertThat(proofs(broken(100, 300))).isEmpty();
  }

  @Test
  void aHealthyRunThatIsWorseThanTheBrokenOneProvesNothing() {
    assertThat(proofs(healthy(5_000, 400), broken(100, 300))).isEmpty();
  }

  @Test
  void aStricterLimitHasToBeKeptByTheHealthyRun() {
    assertThat(proofs(healthy(100, 40), broken(30, 60))).isEmpty();
    assertThat(proofs(healthy(100, 20), broken(30, 60))).hasSize(1);
  }

  @Test
  void fewerUsersAreNoFault() {
    ProofRun healthy = run(List.of(), 10, THROUGHPUT, 50, 80);

    assertThat(proofsOfThroughput(healthy, run(List.of("slow"), 5, THROUGHPUT, 50, 20))).isEmpty();
    assertThat(proofsOfThroughput(healthy, run(List.of("slow"), 10, THROUGHPUT, 50, 20)))
        .hasSize(1);
  }

  @Test
  void theFaultThatIsAloneComesFirst() {
    ProofRun several = run(List.of("slow", "wrong"), 10, P95, 100, 900);

    assertThat(proofs(healthy(100, 20), several, broken(100, 700)))
        .extracting(proof -> proof.broken().fault())
        .containsExactly("slow", "slow, wrong");
  }

  @Test
  void theFaultThatIsFarClearerComesFirst() {
    ProofRun several = run(List.of("slow", "wrong"), 10, P95, 100, 900);

    assertThat(proofs(healthy(100, 20), several, broken(100, 300)))
        .extracting(proof -> proof.broken().fault())
        .containsExactly("slow, wrong", "slow");
  }
}
