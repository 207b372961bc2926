package proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import simulations.HealthSimulation;

/** An open profile sends arrivals that do one iteration. */
class ArrivalsIT {

  @Test
  void shouldSendAsManyArrivalsAsTheProfileSays() {
    FinishedRun run =
        SimulationRun.of(HealthSimulation.class)
            .with("profile", "arrivals")
            .with("users", 10)
            .with("duration", "8s")
            .patient()
            .finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    // 10 users in the ramp of 2 s and 60 after it, in weights of 3 to 1.
    assertThat(run.usersStarted().values().stream().mapToInt(Integer::intValue).sum())
        .isBetween(68, 72);
  }
}
