package proof.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;
import simulations.AuthFlowSimulation;
import simulations.MixedSimulation;
import simulations.TaskCompletionSimulation;

/** Answers that are tolerated one by one, or come in time with a good status, and are wrong. */
@Execution(ExecutionMode.CONCURRENT)
class WrongAnswersIT {

  private static final String FAILURE_RATE = "all requests failure-rate";

  private static BackendServer backend;

  @BeforeAll
  static void start() {
    backend = BackendServer.start(BackendSettings.onFreePort());
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  private static FinishedRun finish(SimulationRun run, Gateway.Rules rules) throws IOException {
    try (Gateway gateway = Gateway.before(backend.baseUrl(), rules)) {
      return run.with("baseUrl", gateway.baseUrl()).patient().finish();
    }
  }

  private static SimulationRun busy(int users, int seconds) {
    return SimulationRun.of(MixedSimulation.class)
        .with("loadgate.profiles.light.weights.recommendation", 0)
        .with("loadgate.user-types.health.think-time", "200ms")
        .with("loadgate.user-types.auth-flow.think-time", "200ms")
        .with("loadgate.user-types.task-monitoring.think-time", "200ms")
        .load(users, seconds);
  }

  @Test
  void toleratedAnswersShouldBeLimited() throws IOException {
    Set<InetSocketAddress> registered = ConcurrentHashMap.newKeySet();
    FinishedRun run =
        finish(
            // The preflight also registers, and would refuse to begin.
            busy(9, 5).with("preflight", false),
            new Gateway.Rules() {
              @Override
              public String forwarded(String path) {
                return path.equals("/docs") ? "/hidden" : path;
              }

              /** Every user finds the first name taken. */
              @Override
              public OptionalInt refusal(HttpExchange request) {
                return request.getRequestURI().getPath().endsWith("/register")
                        && registered.add(request.getRemoteAddress())
                    ? OptionalInt.of(400)
                    : OptionalInt.empty();
              }
            });

    assertThat(run.failed())
        .as(run.console())
        .containsExactlyInAnyOrder("health docs-present-rate", "auth-flow free-name-rate");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.gate("health docs-present-rate").value()).isZero();
    assertThat(run.gate("auth-flow free-name-rate").value()).isZero();
    assertThat(run.failedRequests()).isZero();
  }

  @Test
  void wrongContentsShouldFailAndBeNamed() throws IOException {
    FinishedRun run =
        finish(
            // Workers are looked at in one of ten looks.
            busy(9, 5).with("loadgate.user-types.task-monitoring.think-time", "20ms"),
            new Gateway.Rules() {
              @Override
              public String changed(String path, String body) {
                return switch (path) {
                  case "/api/v1/health/ping" -> body + "<br/>Fatal_error";
                  case "/api/v1/auth/me" -> body.replace("testuser_", "other_");
                  case "/api/v1/tasks/workers/stats" ->
                      "{\"stats\": {}, \"ping\": {}, \"registered\": {}}";
                  default -> body;
                };
              }
            });

    assertThat(run.failed()).as(run.console()).contains(FAILURE_RATE);
    assertThat(run.console())
        .contains("body is not well-formed JSON, found text behind the JSON value")
        .contains("e-mail address is not the user's own")
        .contains("stats has no worker");
  }

  @Test
  void refusedTasksShouldCountAsNotCompleted() throws IOException {
    AtomicInteger submissions = new AtomicInteger();
    FinishedRun run =
        finish(
            SimulationRun.of(TaskCompletionSimulation.class).load(6, 5),
            new Gateway.Rules() {
              @Override
              public OptionalInt refusal(HttpExchange request) {
                return request.getRequestURI().getPath().equals("/api/v1/tasks")
                        && submissions.incrementAndGet() % 2 == 0
                    ? OptionalInt.of(503)
                    : OptionalInt.empty();
              }
            });

    assertThat(run.failed())
        .as(run.console())
        .containsExactlyInAnyOrder(
            FAILURE_RATE, "task-completion failure-rate", "task-completion completion-rate");
    assertThat(run.gate("task-completion completion-rate").value()).isBetween(20.0, 80.0);
    assertThat(run.gate("task-completion completion-rate").samples()).isEqualTo(submissions.get());
  }

  @Test
  void revokedTokenThatWasNotAnsweredShouldNotBeMeasured() throws IOException {
    FinishedRun run =
        finish(
            SimulationRun.of(AuthFlowSimulation.class)
                .load(3, 5)
                .with("loadgate.user-types.auth-flow.think-time", "200ms"),
            new Gateway.Rules() {
              @Override
              public OptionalInt refusal(HttpExchange request) {
                return request.getRequestURI().getPath().endsWith("/refresh")
                    ? OptionalInt.of(503)
                    : OptionalInt.empty();
              }
            });

    assertThat(run.failed())
        .as(run.console())
        .containsExactlyInAnyOrder(
            FAILURE_RATE, "auth-flow failure-rate", "auth-flow revoked-accepted");
    assertThat(run.gate("auth-flow revoked-accepted").actual()).isEmpty();
  }
}
