package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import simulations.MixedSimulation;

/** Two runs after one another against one standing backend that is in order. */
class HealthyRunIT {

  private static BackendServer backend;
  private static FinishedRun first;
  private static FinishedRun second;

  @BeforeAll
  static void runTwice() {
    backend = BackendServer.start(BackendSettings.onFreePort());
    first = mixed();
    second = mixed();
  }

  private static FinishedRun mixed() {
    return SimulationRun.of(MixedSimulation.class)
        .with("baseUrl", backend.baseUrl())
        .load(26, 12)
        .patient()
        .finish();
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  @Test
  void shouldPassBothTimes() {
    assertThat(first.red()).as(first.console()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(second.red()).as(second.console()).isEmpty();
    assertThat(second.exitCode()).isZero();
  }

  @Test
  void shouldJudgeByEveryGateOfTheUserTypesAtWork() {
    assertThat(first.assertions())
        .containsOnlyKeys(
            "Global: percentage of failed events is less than 1.0",
            "Health: 95th percentile of response time is less than 5000.0",
            "Health Full: 95th percentile of response time is less than 5000.0",
            "Auth Flow: 95th percentile of response time is less than 5000.0",
            "Auth Flow / Revoked token accepted: count of failed events is less than 1.0",
            "Task Monitoring: 95th percentile of response time is less than 5000.0",
            "Recommendation: 50th percentile of response time is less than 5000.0",
            "Recommendation: 95th percentile of response time is less than 5000.0",
            "Recommendation: 99th percentile of response time is less than 5000.0",
            "Recommendation / Cache hit: percentage of successful events is greater than 85.0",
            "Recommendation / Cache hit: count of all events is greater than or equal to 20.0",
            "Recommendation / Cache marker: percentage of successful events is greater than 99.0",
            "Recommendation / Cache marker: count of all events is greater than or equal to 20.0");
  }

  @Test
  void shouldShowTheAssertionsInTheReport() {
    assertThat(first.report())
        .contains("Health: 95th percentile of response time is less than 5000.0")
        .contains("Recommendation / Cache hit: percentage of successful events");
  }

  @Test
  void shouldCloseTheConsoleWithTheVerdictOfEveryGate() {
    assertThat(first.console())
        .containsPattern("(?m)^  health p95 +< 5000 ms +[0-9.]+ ms +\\d+  pass$")
        .containsPattern("(?m)^  recommendation cache-hit-rate +> 85 % +[0-9.]+ % +\\d+  pass$");
    assertThat(first.console().strip()).endsWith("verdict of the run: pass");
  }

  @Test
  void shouldShareUsersOutExactlyAsTheProfileSays() {
    Map<String, Integer> shares =
        Map.of(
            "Health",
            6,
            "Health Full",
            2,
            "Auth Flow",
            8,
            "Task Monitoring",
            2,
            "Recommendation",
            8);
    assertThat(first.usersStarted()).isEqualTo(shares);
    assertThat(second.usersStarted()).isEqualTo(shares);
  }

  @Test
  void shouldNameTheUserTypeWithoutUsersAndItsGates() {
    assertThat(first.console())
        .contains("left out  task-completion (no users) with its gates: completion-rate, p95");
  }

  @Test
  void shouldCallNothingButTheEndpointsOfTheUserTypes() {
    assertThat(backend.requests().keySet()).isSubsetOf(ENDPOINTS);
  }

  @Test
  void shouldLeaveNoSessionLoggedIn() {
    assertThat(backend.requests()).containsKey("POST /api/v1/auth/login");
    assertThat(backend.liveRefreshSessions()).isZero();
  }

  @Test
  void shouldKeepSecretsOutOfResultsAndConsole() {
    List<String> secrets = List.of("SecurePass123", "eyJhbGciOi", "refresh_token=");
    assertThat(first.everythingWritten()).contains("Auth - Login").doesNotContain(secrets);
    assertThat(second.everythingWritten()).doesNotContain(secrets);
  }

  private static final Set<String> ENDPOINTS =
      Set.of(
          "GET /",
          "GET /docs",
          "GET /api/v1/health/",
          "GET /api/v1/health/database",
          "GET /api/v1/health/ping",
          "POST /api/v1/auth/register",
          "POST /api/v1/auth/login",
          "GET /api/v1/auth/me",
          "PUT /api/v1/auth/me",
          "POST /api/v1/auth/change-password",
          "POST /api/v1/auth/forgot-password",
          "POST /api/v1/auth/refresh",
          "POST /api/v1/auth/logout",
          "GET /api/v1/tasks/health",
          "GET /api/v1/tasks/workers/stats",
          "GET /api/v1/tasks/active",
          "GET /api/health",
          "GET /api/cache/metrics",
          "GET /api/dashboard",
          "GET /api/portfolio/summary",
          "GET /api/market/overview",
          "GET /api/portfolio/holdings",
          "GET /api/portfolio/holdings/{ticker}",
          "GET /api/portfolio/performance",
          "GET /api/recommendations",
          "GET /api/recommendations/{ticker}",
          "GET /api/analysis/{ticker}/ai",
          "POST /api/analysis/analyze",
          "GET /api/search/stocks",
          "GET /api/search/autocomplete",
          "GET /api/stocks/{ticker}/metrics",
          "GET /api/stocks/{ticker}/prices",
          "GET /api/analytics/correlation");
}
