package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.BackendSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import simulations.AuthFlowSimulation;
import simulations.HealthSimulation;

/** Rules of users that a quick healthy run does not touch. */
class SessionCareIT {

  @Test
  void shouldRefreshTokensBeforeTheyExpire() {
    // A token is given up 30 s before its end, so this one is good for about a second.
    BackendSettings shortLived =
        BackendSettings.onFreePort().withAccessTokenLifetime(Duration.ofSeconds(31));
    try (BackendServer backend = BackendServer.start(shortLived)) {
      FinishedRun run =
          SimulationRun.of(AuthFlowSimulation.class)
              .with("baseUrl", backend.baseUrl())
              .load(10, 12)
              .patient()
              .finish();

      assertThat(run.red()).as(run.console()).isEmpty();
      assertThat(backend.liveRefreshSessions()).isZero();
    }
  }

  @Test
  void openModelShouldSendArrivalsThatDoOneIteration() {
    FinishedRun run =
        SimulationRun.of(HealthSimulation.class)
            .with("profile", "arrivals")
            .with("users", 10)
            .with("duration", "8s")
            .patient()
            .finish();

    assertThat(run.red()).as(run.console()).isEmpty();
    assertThat(run.console())
        .contains("profile   arrivals, open, 0/s to 10/s in 2 s, 10/s for 6 s");
    // 10 users in the ramp of 2 s and 60 after it, in weights of 3 to 1.
    assertThat(run.usersStarted().values().stream().mapToInt(Integer::intValue).sum())
        .isBetween(68, 72);
  }
}
