package backend.application;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HealthAndTasksIT {

  private static final String TASKS = "/api/v1/tasks";
  private static final String INGESTION =
      "{\"kind\":\"ingest\",\"payload\":{\"collection\":\"c\",\"texts\":[\"a\",\"b\"]}}";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldReportHealth() {
    assertThat(client.get("/").at("/version")).isEqualTo("1.0.0");
    assertThat(client.get("/docs").body()).contains("swagger");
    assertThat(client.get("/api/v1/health/ping").at("/message")).isEqualTo("pong");
    assertThat(client.get("/api/v1/health/database").at("/status")).isEqualTo("healthy");
    Answer health = client.get("/api/v1/health/");
    assertThat(health.at("/status")).isEqualTo("healthy");
    assertThat(health.at("/components/tasks/active_workers")).isEqualTo("4");
  }

  @Test
  void shouldIngestTexts() {
    Answer accepted = client.post(TASKS, INGESTION);
    assertThat(accepted.status()).isEqualTo(202);

    String id = accepted.at("/task_id");
    Answer result = client.get(TASKS + "/" + id + "/result");
    assertThat(result.at("/task_id")).isEqualTo(id);
    assertThat(result.at("/success")).isEqualTo("true");
    assertThat(result.at("/result/collection")).isEqualTo("c");
    assertThat(result.at("/result/count")).isEqualTo("2");
    assertThat(result.json().at("/result/document_ids")).hasSize(2);

    Answer status = client.get(TASKS + "/" + id + "/status");
    assertThat(status.at("/task_id")).isEqualTo(id);
    assertThat(status.at("/status")).isEqualTo("SUCCESS");
    assertThat(status.at("/failed")).isEqualTo("false");
  }

  @Test
  void shouldReportAnUnknownTaskAsPendingAndItsResultAsTimedOut() {
    assertThat(client.get(TASKS + "/x/status").at("/status")).isEqualTo("PENDING");
    Answer result = client.get(TASKS + "/x/result?timeout=0.05");
    assertThat(result.status()).isEqualTo(500);
    assertThat(result.at("/detail")).isEqualTo("Task x timed out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|kind|missing",
        "{\"kind\":\"dance\"}|kind|enum",
        "{\"kind\":\"ingest\",\"payload\":{\"texts\":[\"a\"]}}|collection|missing",
        "{\"kind\":\"ingest\",\"payload\":{\"collection\":\"c\",\"texts\":[]}}|texts|too_short",
        "{\"kind\":\"ingest\",\"payload\":{\"collection\":\"c\",\"texts\":[1]}}|texts|string_type",
      })
  void shouldRefuseABadSubmission(String body, String field, String type) {
    Answer answer = client.post(TASKS, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/detail/0/loc")).last().hasToString("\"" + field + "\"");
    assertThat(answer.at("/detail/0/type")).isEqualTo(type);
  }

  @Test
  void shouldReportWorkersAndWhatTheyDo() {
    assertThat(client.get(TASKS + "/health").at("/status")).isEqualTo("healthy");
    assertThat(client.get(TASKS + "/health").at("/celery_available")).isEqualTo("true");
    Answer stats = client.get(TASKS + "/workers/stats");
    assertThat(stats.json().get("stats")).hasSize(4);
    assertThat(stats.at("/ping/worker-1/ok")).isEqualTo("pong");
    assertThat(stats.json().at("/registered/worker-1")).hasSize(1);
    assertThat(client.get(TASKS + "/active").json()).hasSize(3);
  }

  @Test
  void shouldLeaveTasksAloneWithoutWorkers() {
    Faults faults = Faults.NONE.without(Part.WORKERS);
    try (BackendServer idle =
        BackendServer.start(BackendSettings.onFreePort().withFaults(faults))) {
      BackendClient other = new BackendClient(idle.baseUrl());
      String id = other.post(TASKS, INGESTION).at("/task_id");
      assertThat(other.get(TASKS + "/" + id + "/result?timeout=1").status()).isEqualTo(500);
      assertThat(other.get(TASKS + "/" + id + "/status").at("/status")).isEqualTo("PENDING");
      assertThat(other.get(TASKS + "/health").at("/status")).isEqualTo("unhealthy");
      assertThat(other.get("/api/v1/health/").at("/status")).isEqualTo("healthy");
    }
  }
}
