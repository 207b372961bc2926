package backend.health;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthFeatureIT {

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldAnswerPing() {
    Answer pong = client.get("/api/v1/health/ping");
    assertThat(pong.status()).isEqualTo(200);
    assertThat(pong.at("/message")).isEqualTo("pong");
    assertThat(pong.at("/status")).isEqualTo("ok");
    assertThat(pong.at("/timestamp")).endsWith("Z");
  }

  @Test
  void shouldIntroduceItself() {
    assertThat(client.get("/").json().fieldNames())
        .toIterable()
        .containsExactly(
            "message",
            "app_name",
            "app_title",
            "app_description",
            "app_public_url",
            "version",
            "environment",
            "debug",
            "docs");
  }

  @Test
  void shouldServeDocumentation() {
    Answer docs = client.get("/docs");
    assertThat(docs.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(docs.body()).contains("swagger");
  }

  @Test
  void shouldReportEveryComponent() {
    Answer health = client.get("/api/v1/health/");
    assertThat(health.at("/status")).isEqualTo("healthy");
    assertThat(health.json().get("components").fieldNames())
        .toIterable()
        .containsExactly("database", "application", "tasks", "llm", "vector_store");
    assertThat(health.at("/components/tasks/active_workers")).isEqualTo("4");
    assertThat(health.at("/components/llm/available_models")).isEqualTo("1");
    assertThat(health.at("/components/database/checked_at")).endsWith("Z");
  }

  @Test
  void shouldRedirectToTheSlashForm() {
    Answer redirect = client.get("/api/v1/health");
    assertThat(redirect.status()).isEqualTo(307);
    assertThat(redirect.header("Location")).contains("/api/v1/health/");
  }

  @Test
  void shouldReportTheDatabaseWithoutItsAddress() {
    Answer health = client.get("/api/v1/health/database");
    assertThat(health.at("/status")).isEqualTo("healthy");
    assertThat(health.at("/details/url")).isEqualTo("h2://***");
    assertThat(health.at("/details/pool_size")).isEqualTo("32");
  }
}
