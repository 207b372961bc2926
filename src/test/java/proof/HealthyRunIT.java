package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.application.ApplicationFeature;
import backend.kit.BackendSettings;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import simulations.MixedSimulation;

/** Two runs, one after the other, against one healthy backend. */
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
        .inOwnProcess()
        .finish();
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  @Test
  void shouldPassBothTimes() {
    assertThat(first.exitCode()).as(first.console()).isZero();
    assertThat(second.exitCode()).as(second.console()).isZero();
    assertThat(second.verdict()).isEqualTo("pass");
  }

  @Test
  void shouldJudgeByEveryGateOfTheUserTypesAtWork() {
    assertThat(first.titles("pass"))
        .contains(
            "all requests failure-rate",
            "health p95",
            "health-full p95",
            "auth-flow p95",
            "auth-flow revoked-accepted",
            "task-monitoring p95",
            "recommendation p95",
            "recommendation cache-hit-rate");
  }

  @Test
  void shouldShowTheGatesInTheReportAndOnTheConsole() {
    assertThat(first.report())
        .contains("Health / p95 (exact): max of response time is less than 5000.0")
        .contains("Recommendation / Cache hit: percentage of successful events");
    assertThat(first.console().strip()).endsWith("verdict of the run: pass");
  }

  @Test
  void shouldShareUsersOutExactlyAsTheProfileSays() {
    Map<String, Integer> shares = new TreeMap<>();
    shares.put("Health", 6);
    shares.put("Health Full", 2);
    shares.put("Auth Flow", 8);
    shares.put("Task Monitoring", 2);
    shares.put("Recommendation", 8);
    assertThat(first.usersStarted()).isEqualTo(shares);
    assertThat(second.usersStarted()).isEqualTo(shares);
  }

  @Test
  void shouldNameTheUserTypeWithoutUsersAndItsGates() {
    assertThat(first.console())
        .contains(
            "left out  task-completion (no users) with its gates: completion-rate, each"
                + " failure-rate, each p95, failure-rate, longest-stall, p95, unsent, users-finished, users-started");
  }

  @Test
  void shouldCallNothingButTheEndpointsOfTheUserTypes() {
    assertThat(backend.requests().keySet()).isSubsetOf(ENDPOINTS);
  }

  @Test
  void shouldLeaveNoSessionLoggedIn() {
    assertThat(backend.requests()).containsKey("POST /api/v1/auth/login");
    assertThat(backend.feature(ApplicationFeature.class).liveSessions()).isZero();
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
