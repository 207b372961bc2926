package proof.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.ForgetfulGateway;
import proof.SimulationRun;
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
      FinishedRun run = authFlow(backend.baseUrl());

      assertThat(run.red()).as(run.console()).isEmpty();
      assertThat(backend.liveRefreshSessions()).isZero();
    }
  }

  @Test
  void shouldRecoverFromOneRefusalOfAToken() throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        ForgetfulGateway gateway = ForgetfulGateway.refusingEveryOther(backend.baseUrl())) {
      FinishedRun run = authFlow(gateway.baseUrl());

      assertThat(run.red()).as(run.console()).isEmpty();
      assertThat(run.console()).containsPattern("auth-flow recoveries +[1-9]\\d* +\\d+  -");
      assertThat(backend.liveRefreshSessions()).isZero();
    }
  }

  @Test
  void shouldCountASecondRefusalAsFailure() throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        ForgetfulGateway gateway = ForgetfulGateway.refusingAlways(backend.baseUrl())) {
      FinishedRun run = authFlow(gateway.baseUrl());

      assertThat(run.red()).containsExactly("Global: percentage of failed events is less than 1.0");
      assertThat(run.console()).contains("status.find.is(200), found 401");
    }
  }

  private static FinishedRun authFlow(String baseUrl) {
    return SimulationRun.of(AuthFlowSimulation.class)
        .with("baseUrl", baseUrl)
        .load(10, 8)
        .patient()
        .finish();
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
