package proof.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.application.ApplicationFeature;
import backend.kit.BackendSettings;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.SimulationRun;
import simulations.AuthFlowSimulation;

/** How users of {@code auth-flow} take care of their sessions. */
class SessionCareIT {

  @Test
  void shouldRefreshTokensBeforeTheyExpire() {
    // A token is given up 30 s before its end, so this one is good for about a second.
    BackendSettings shortLived =
        BackendSettings.onFreePort().withAccessTokenLifetime(Duration.ofSeconds(31));
    try (BackendServer backend = BackendServer.start(shortLived)) {
      FinishedRun run = authFlow(backend.baseUrl());

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertSessionsEnded(run, backend);
    }
  }

  @Test
  void shouldRecoverFromOneRefusalOfATokenButNotPass() throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        ForgetfulGateway gateway = ForgetfulGateway.refusingEveryOther(backend.baseUrl())) {
      FinishedRun run = authFlow(gateway.baseUrl());

      assertThat(run.failed()).as(run.console()).containsExactly("auth-flow session-kept-rate");
      assertThat(run.gate("auth-flow session-kept-rate").value()).isZero();
      assertThat(run.gate("auth-flow recoveries").value()).isPositive();
      assertThat(run.failedRequests()).isZero();
      assertSessionsEnded(run, backend);
    }
  }

  @Test
  void shouldCountASecondRefusalAsFailure() throws IOException {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort());
        ForgetfulGateway gateway = ForgetfulGateway.refusingAlways(backend.baseUrl())) {
      FinishedRun run = authFlow(gateway.baseUrl());

      assertThat(run.failed()).contains("all requests failure-rate", "auth-flow session-kept-rate");
      assertThat(run.gate("auth-flow session-kept-rate").value()).isZero();
      assertThat(run.console()).contains("status.find.is(200), found 401");
    }
  }

  /** Only a request that failed, on a machine that is too slow, may leave a session behind. */
  private static void assertSessionsEnded(FinishedRun run, BackendServer backend) {
    assertThat(backend.feature(ApplicationFeature.class).liveSessions())
        .as(run.console())
        .isLessThanOrEqualTo(run.failedRequests());
  }

  private static FinishedRun authFlow(String baseUrl) {
    return SimulationRun.of(AuthFlowSimulation.class)
        .with("baseUrl", baseUrl)
        .load(10, 8)
        .patient()
        .finish();
  }
}
