package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsIT {

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldAnswerUnknownPathsAndMethods() {
    expect(client.get("/nowhere"), 404, "{\"detail\":\"Not Found\"}");
    Answer wrongMethod = client.send("DELETE", "/api/v1/health/ping", "");
    expect(wrongMethod, 405, "{\"detail\":\"Method Not Allowed\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"username\": | application/json | json_invalid",
        "[]             | application/json | model_attributes_type",
        "{}             | text/plain       | json_type",
        "''             | application/json | missing",
      })
  void shouldRefuseWhatIsNoJsonObject(String body, String contentType, String type) {
    Answer answer = client.post("/api/v1/auth/login", body, "Content-Type", contentType);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/type")).isEqualTo(type);
  }

  @Test
  void shouldNameEveryMissingField() {
    Answer answer = client.post("/api/v1/auth/login", "{}");
    assertThat(answer.json().get("detail")).hasSize(2);
    assertThat(answer.json().at("/detail/0").toString())
        .isEqualTo(
            "{\"type\":\"missing\",\"loc\":[\"body\",\"username\"],"
                + "\"msg\":\"Field required\",\"input\":null}");
  }

  @Test
  void shouldRefuseOversizedBodies() {
    String oversized = "\"" + "x".repeat(1_000_000) + "\"";
    expect(client.post("/api/v1/auth/login", oversized), 413, "{\"detail\":\"Content Too Large\"}");
  }

  private static void expect(Answer answer, int status, String body) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.header("Content-Type")).contains("application/json");
  }
}
