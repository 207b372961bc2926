package backend.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasksFeatureIT {

  private static final String TASKS = "/api/v1/tasks";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldIngestTexts() {
    Answer accepted =
        client.post(
            TASKS,
            "{\"kind\":\"ingest\",\"payload\":{\"collection\":\"c\",\"texts\":[\"a\",\"b\"]}}");
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.at("/status")).isEqualTo("PENDING");

    String id = accepted.at("/task_id");
    Answer result = client.get(TASKS + "/" + id + "/result");
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.at("/task_id")).isEqualTo(id);
    assertThat(result.at("/success")).isEqualTo("true");
    assertThat(result.at("/result/collection")).isEqualTo("c");
    assertThat(result.at("/result/count")).isEqualTo("2");
    assertThat(result.json().at("/result/document_ids")).hasSize(2);

    Answer status = client.get(TASKS + "/" + id + "/status");
    assertThat(status.at("/status")).isEqualTo("SUCCESS");
    assertThat(status.at("/successful")).isEqualTo("true");
    assertThat(status.at("/failed")).isEqualTo("false");
    assertThat(status.at("/result/count")).isEqualTo("2");
  }

  @Test
  void shouldReturnThePayloadOfAnEcho() {
    String id = submit("{\"kind\":\"echo\",\"payload\":{\"a\":[1,null]}}");
    assertThat(client.get(TASKS + "/" + id + "/result").json().get("result").toString())
        .isEqualTo("{\"a\":[1,null]}");
  }

  @Test
  void shouldReportAFailure() {
    String id = submit("{\"kind\":\"fail\"}");
    assertThat(client.get(TASKS + "/" + id + "/result").status()).isEqualTo(500);
    Answer status = client.get(TASKS + "/" + id + "/status");
    assertThat(status.at("/status")).isEqualTo("FAILURE");
    assertThat(status.at("/failed")).isEqualTo("true");
    assertThat(status.at("/traceback")).startsWith("Traceback").contains("asked to fail");
  }

  @Test
  void shouldCallAnUnknownTaskPending() {
    Answer status = client.get(TASKS + "/nobody-knows/status");
    assertThat(status.status()).isEqualTo(200);
    assertThat(status.at("/status")).isEqualTo("PENDING");
    assertThat(status.at("/successful")).isEqualTo("null");
    assertThat(status.at("/failed")).isEqualTo("null");
  }

  @Test
  void shouldNotWaitForAResultLongerThanAsked() {
    Answer answer = client.get(TASKS + "/nobody-knows/result?timeout=0.1");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.at("/detail")).isEqualTo("Task nobody-knows timed out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "soon", "NaN"})
  void shouldRefuseABadTimeout(String timeout) {
    assertThat(client.get(TASKS + "/x/result?timeout=" + timeout).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "a%0Ab"})
  void shouldRefuseABadId(String id) {
    Answer answer = client.get(TASKS + "/" + id + "/status");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/loc/1")).isEqualTo("task_id");
  }

  @Test
  void shouldRefuseAnIdThatIsTooLong() {
    assertThat(client.get(TASKS + "/" + "x".repeat(255) + "/status").status()).isEqualTo(200);
    assertThat(client.get(TASKS + "/" + "x".repeat(256) + "/status").status()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|kind|missing",
        "{\"kind\":\"dance\"}|kind|enum",
        "{\"kind\":\"echo\",\"payload\":[]}|payload|dict_type",
        "{\"kind\":\"ingest\",\"payload\":{\"texts\":[\"a\"]}}|collection|missing",
        "{\"kind\":\"ingest\",\"payload\":{\"collection\":\"\",\"texts\":[\"a\"]}}"
            + "|collection|string_too_short",
        "{\"kind\":\"ingest\",\"payload\":{\"collection\":\"c\"}}|texts|missing",
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
  void shouldReportHealth() {
    Answer health = client.get(TASKS + "/health");
    assertThat(health.at("/status")).isEqualTo("healthy");
    assertThat(health.at("/active_workers")).isEqualTo("4");
    assertThat(health.at("/celery_available")).isEqualTo("true");
  }

  @Test
  void shouldReportEveryWorker() {
    Answer stats = client.get(TASKS + "/workers/stats");
    assertThat(stats.json().get("stats").fieldNames())
        .toIterable()
        .containsExactly("worker-1", "worker-2", "worker-3", "worker-4");
    assertThat(stats.at("/ping/worker-1/ok")).isEqualTo("pong");
    assertThat(stats.json().at("/registered/worker-1")).hasSize(3);
    Answer active = client.get(TASKS + "/active");
    assertThat(active.json().fieldNames())
        .toIterable()
        .containsExactly("active", "scheduled", "reserved");
  }

  private String submit(String body) {
    return client.post(TASKS, body).at("/task_id");
  }
}
