package proof.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.AuthFlowSimulation;
import simulations.HealthSimulation;
import simulations.MixedSimulation;
import simulations.TaskCompletionSimulation;

/** Each fault of the backend turns exactly those gates red that are there to notice it. */
@Execution(ExecutionMode.CONCURRENT)
class ApplicationIT {

  private static final String FAILURE_RATE = "all requests failure-rate";

  private static SimulationRun faulty(Class<?> simulation, String fault, String value) {
    return SimulationRun.of(simulation).with("loadgate.backend.faults." + fault, value);
  }

  @Test
  void latencyShouldTurnTheResponseTimeGatesRed() {
    FinishedRun run =
        faulty(MixedSimulation.class, "latency", "600ms")
            .with("loadgate.profiles.light.weights.task-completion", 2)
            // Two users each: without a short think time they send too few requests to be judged.
            .with("loadgate.user-types.health-full.think-time", "100ms")
            .with("loadgate.user-types.task-monitoring.think-time", "100ms")
            .load(30, 12)
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    for (String userType :
        new String[] {"health", "health-full", "auth-flow", "task-monitoring", "task-completion"}) {
      assertThat(run.failed()).contains(userType + " p95");
      assertThat(run.gate(userType + " p95").value()).isGreaterThanOrEqualTo(600);
    }
    assertThat(run.gate(FAILURE_RATE).verdict()).contains("pass");
  }

  @Test
  void errorsShouldTurnTheFailureGateRed() {
    FinishedRun run =
        faulty(HealthSimulation.class, "error-rate", "5%").load(80, 10).patient().finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed())
        .contains(FAILURE_RATE)
        .allMatch(gate -> gate.endsWith(" failure-rate"));
    assertThat(run.gate(FAILURE_RATE).value()).isBetween(1.0, 15.0);
  }

  @Test
  void idleWorkersShouldTurnTheCompletionGateRed() {
    FinishedRun run =
        faulty(TaskCompletionSimulation.class, "workers", "off").load(6, 3).patient().finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed())
        .containsExactlyInAnyOrder("task-completion completion-rate", FAILURE_RATE);
    assertThat(run.gate("task-completion completion-rate").value()).isZero();
    assertThat(run.console()).contains("timed out");
  }

  @Test
  void workersShouldLetTheCompletionGatePass() {
    FinishedRun run =
        SimulationRun.of(TaskCompletionSimulation.class).load(4, 6).patient().finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.gate("task-completion completion-rate").value()).isEqualTo(100);
  }

  @Test
  void revokedTokensThatStillWorkShouldTurnTheirGateRed() {
    FinishedRun run =
        faulty(AuthFlowSimulation.class, "revocation", "off")
            // Cheap logins and short pauses, so that many users try a revoked token in this time.
            .with("loadgate.backend.bcrypt-cost", 4)
            .with("loadgate.user-types.auth-flow.think-time", "200ms")
            .load(10, 12)
            .patient()
            .with("loadgate.gates.global.failure-rate", "50%")
            .with("loadgate.gates.auth-flow.failure-rate", "50%")
            .finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).containsExactly("auth-flow revoked-accepted");
    assertThat(run.gate("auth-flow revoked-accepted").value()).isPositive();
  }

  @Test
  void oneUserInThreeSecondsShouldHaveTriedARevokedToken() {
    FinishedRun run =
        SimulationRun.of(AuthFlowSimulation.class)
            .with("loadgate.user-types.auth-flow.think-time", "200ms")
            .load(1, 3)
            .patient()
            .finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.gate("auth-flow revoked-accepted").samples()).isPositive();
    assertThat(run.gate("auth-flow revoked-accepted").value()).isZero();
    assertThat(run.gate("auth-flow session-kept-rate").value()).isEqualTo(100);
    assertThat(run.gate("auth-flow free-name-rate").value()).isEqualTo(100);
  }
}
