package backend.agent;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent that watches language models, one answer at a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgentIT {

  private static final String ANSWERED =
      "\"prompt\":\"How does machine learning work?\","
          + "\"response\":\"Machine learning finds patterns in data.\"";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldScoreAnAnswer() {
    Answer answer =
        client.post(
            "/quality/analyze",
            "{" + ANSWERED + ",\"metadata\":{\"run\":1},\"model_id\":\"ignored\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/overall_quality")).isEqualTo("75.73");
    assertThat(answer.at("/quality_grade")).isEqualTo("C");
    assertThat(answer.at("/prompt")).isEqualTo("How does machine learning work?");
    assertThat(answer.at("/model_name")).isEqualTo("null");
    assertThat(answer.at("/metadata/run")).isEqualTo("1");
    assertThat(answer.at("/relevance/keyword_overlap")).isEqualTo("0.6667");
    assertThat(answer.at("/coherence/sentence_quality")).isEqualTo("100.0");
    assertThat(answer.at("/hallucination/risk_level")).isEqualTo("LOW");
    assertThat(UUID.fromString(answer.at("/request_id"))).isNotNull();
  }

  @Test
  void shouldNameTheBaselineThatIsNotThere() {
    Answer answer =
        client.post(
            "/regression/detect",
            "{\"model_name\":\"model-v1\",\"config_hash\":\"v1.0.0\",\"current_quality\":80}");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/detail")).isEqualTo("No baseline for model-v1:v1.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "85, approve, 0.85",
    "79, approve, 0.9",
    "77, manual_review, 0.7",
    "70, reject, 0.95"
  })
  void shouldDecideOnAChange(double quality, String decision, String confidence) {
    Answer answer =
        client.post(
            "/validation/create",
            "{\"name\":\"v\",\"model_name\":\"m\",\"baseline_quality\":80,\"new_quality\":"
                + quality
                + "}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/decision")).isEqualTo(decision);
    assertThat(answer.at("/confidence")).isEqualTo(confidence);
    assertThat(answer.at("/statistically_significant")).isEqualTo("false");
    assertThat(answer.at("/p_value")).isEqualTo("null");
    assertThat(answer.json().get("reasoning")).hasSize(2);
  }

  @Test
  void shouldTellItsConfiguration() {
    Answer first = client.get("/config/current");
    assertThat(first.at("/snapshot_id")).matches("cfg-[0-9a-f]{8}");
    assertThat(first.at("/temperature")).isEqualTo("0.3");
    assertThat(client.get("/config/current").at("/snapshot_id"))
        .isEqualTo(first.at("/snapshot_id"));
  }

  @Test
  void shouldBeHealthyWithASlash() {
    Answer answer = client.get("/health/");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/status")).isEqualTo("healthy");
    assertThat(answer.at("/agent_id")).startsWith("agent-");
  }

  @Test
  void shouldSampleItsOwnProcess() {
    long start = System.nanoTime();
    Answer stats = client.get("/admin/stats");
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(100_000_000L);

    assertThat(stats.json().get("memory_usage_mb").asDouble()).isBetween(20.0, 1e6);
    assertThat(stats.json().get("cpu_percent").asDouble()).isBetween(0.0, 1e5);
    assertThat(stats.json().get("threads").asInt()).isGreaterThan(5);
    assertThat(stats.json().get("uptime_seconds").isIntegralNumber()).isTrue();
    assertThat(stats.at("/uptime_formatted")).matches("\\d+d \\d{2}:\\d{2}:\\d{2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/quality/analyze | {\"prompt\":\"p\"} | response | missing",
        "/quality/analyze | {\"prompt\":\"p\",\"response\":1} | response | string_type",
        "/regression/baseline | {} | model_name | missing",
        "/regression/baseline | {\"model_name\":\"m\",\"sample_size\":0} | sample_size |"
            + " out_of_range",
        "/regression/baseline | {\"model_name\":\"m\",\"sample_size\":1.5} | sample_size |"
            + " int_type",
        "/regression/baseline | {\"model_name\":\"m\",\"baseline_type\":\"x\"} | baseline_type |"
            + " enum",
        "/regression/detect | {\"model_name\":\"m\"} | current_quality | missing",
        "/regression/detect | {\"model_name\":\"m\",\"current_quality\":100.1} | current_quality |"
            + " out_of_range",
        "/regression/detect | {\"model_name\":\"m\",\"current_quality\":\"9\"} | current_quality |"
            + " float_type",
        "/validation/create | {\"name\":\"v\",\"model_name\":\"m\",\"baseline_quality\":0,"
            + "\"new_quality\":1} | baseline_quality | greater_than",
        "/workflow/validate | {\"model_name\":\"m\",\"prompt\":\"p\"} | response | missing",
      })
  void shouldSayWhichFieldIsWrong(String path, String body, String field, String type) {
    Answer answer = client.post(path, body);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail")).hasSize(1);
    assertThat(answer.at("/detail/0/loc/1")).isEqualTo(field);
    assertThat(answer.at("/detail/0/type")).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/analytics/summary?period=1d",
        "/analytics/trends?metric=mood",
        "/analytics/comparison",
        "/analytics/comparison?models=,",
      })
  void shouldRefuseABadQuestion(String path) {
    Answer answer = client.get(path);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/loc/0")).isEqualTo("query");
  }
}
