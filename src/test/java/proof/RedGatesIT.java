package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import simulations.AuthFlowSimulation;
import simulations.HealthSimulation;
import simulations.MixedSimulation;
import simulations.RecommendationSimulation;
import simulations.TaskCompletionSimulation;

/** Each fault of the backend turns the gates red that are there to notice it, and no others. */
@Execution(ExecutionMode.CONCURRENT)
class RedGatesIT {

  private static SimulationRun faulty(Class<?> simulation, String fault, String value) {
    return SimulationRun.of(simulation).with("loadgate.backend.faults." + fault, value);
  }

  private static void assertRed(FinishedRun run, List<String> expected) {
    assertThat(run.red()).as(run.console()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.report()).contains(expected.get(expected.size() - 1));
    assertThat(run.console().strip()).endsWith("verdict of the run: fail");
  }

  @Test
  void latencyShouldTurnTheResponseTimeGatesRed() {
    FinishedRun run = faulty(MixedSimulation.class, "latency", "600ms").load(26, 10).finish();

    assertThat(run.red())
        .contains(
            "Health: 95th percentile of response time is less than 100.0",
            "Health Full: 95th percentile of response time is less than 100.0",
            "Auth Flow: 95th percentile of response time is less than 500.0",
            "Task Monitoring: 95th percentile of response time is less than 200.0",
            "Recommendation: 50th percentile of response time is less than 200.0",
            "Recommendation: 95th percentile of response time is less than 500.0");
    assertThat(run.assertions())
        .containsEntry("Global: percentage of failed events is less than 1.0", true);
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void errorsShouldTurnTheFailureGateRed() {
    FinishedRun run =
        faulty(HealthSimulation.class, "error-rate", "5%").load(80, 10).patient().finish();

    assertRed(run, List.of("Global: percentage of failed events is less than 1.0"));
  }

  @Test
  void cacheThatIsOffShouldTurnTheCacheHitGateRed() {
    FinishedRun run =
        faulty(RecommendationSimulation.class, "cache", "off")
            .with("profile", "light")
            .load(12, 10)
            .patient()
            .finish();

    assertRed(
        run,
        List.of(
            "Recommendation / Cache hit: percentage of successful events is greater than 85.0"));
  }

  @Test
  void missingCacheHeaderShouldTurnTheCacheGatesRed() {
    FinishedRun run =
        faulty(RecommendationSimulation.class, "cache-header", "off")
            .with("profile", "light")
            .load(12, 10)
            .patient()
            .finish();

    assertRed(
        run,
        List.of(
            "Recommendation / Cache hit: percentage of successful events is greater than 85.0",
            "Recommendation / Cache hit: count of all events is greater than or equal to 20.0",
            "Recommendation / Cache marker: percentage of successful events is greater than"
                + " 99.0"));
  }

  @Test
  void idleWorkersShouldTurnTheCompletionGateRed() {
    FinishedRun run =
        faulty(TaskCompletionSimulation.class, "workers", "off").load(6, 3).patient().finish();

    assertRed(
        run,
        List.of(
            "Task Completion / Task completed: percentage of successful events is greater than"
                + " 95.0",
            "Global: percentage of failed events is less than 1.0"));
    assertThat(run.console()).contains("timed out");
  }

  @Test
  void revokedTokensThatStillWorkShouldTurnTheirGateRed() {
    FinishedRun run =
        faulty(AuthFlowSimulation.class, "revocation", "off")
            .load(25, 12)
            .patient()
            .with("loadgate.gates.global.failure-rate", "50%")
            .finish();

    assertRed(
        run,
        List.of("Auth Flow / Revoked token accepted: count of failed events is less than 1.0"));
  }
}
