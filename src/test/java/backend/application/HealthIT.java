package backend.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthIT {

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldAnswerPing() {
    assertThat(client.get("/api/v1/health/ping").at("/message")).isEqualTo("pong");
  }

  @Test
  void shouldIntroduceItselfAndServeDocumentation() {
    assertThat(client.get("/").at("/version")).isEqualTo("1.0.0");
    assertThat(client.get("/docs").body()).contains("swagger");
  }

  @Test
  void shouldReportDatabaseAndWorkers() {
    Answer health = client.get("/api/v1/health/");
    assertThat(health.at("/status")).isEqualTo("healthy");
    assertThat(health.at("/components/database/status")).isEqualTo("healthy");
    assertThat(health.at("/components/tasks/active_workers")).isEqualTo("4");
    assertThat(client.get("/api/v1/health/database").at("/status")).isEqualTo("healthy");
  }
}
