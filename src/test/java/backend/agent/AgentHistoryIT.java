package backend.agent;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the agent makes of the answers so far; every test begins without any. */
class AgentHistoryIT {

  private static final String ANSWERED =
      "\"prompt\":\"How does machine learning work?\","
          + "\"response\":\"Machine learning finds patterns in data.\"";
  private static final String ANALYZE = "{\"model_name\":\"model-v1\"," + ANSWERED + "}";
  private static final String BASELINE = "{\"model_name\":\"model-v1\",\"config_hash\":\"v1.0.0\"}";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterEach
  void stop() {
    server.close();
  }

  private static String detect(double current) {
    return "{\"model_name\":\"model-v1\",\"config_hash\":\"v1.0.0\",\"current_quality\":"
        + current
        + "}";
  }

  @Test
  void shouldTellInsightsOfAtMost100Answers() {
    assertThat(client.get("/quality/insights").at("/status")).isEqualTo("no_data");
    for (int i = 0; i < 101; i++) {
      client.post("/quality/analyze", ANALYZE);
    }

    Answer insights = client.get("/quality/insights");
    assertThat(insights.at("/status")).isEqualTo("warning");
    assertThat(insights.at("/average_quality")).isEqualTo("75.73");
    assertThat(insights.at("/total_analyzed")).isEqualTo("100");
    assertThat(insights.json().get("issues")).hasSize(1);
  }

  @Test
  void shouldMakeABaselineAndDetectARegression() {
    client.post("/quality/analyze", ANALYZE);
    Answer baseline = client.post("/regression/baseline", BASELINE);

    assertThat(baseline.status()).isEqualTo(201);
    assertThat(baseline.at("/sample_size")).isEqualTo("1");
    assertThat(baseline.at("/baseline_type")).isEqualTo("rolling");
    assertThat(baseline.at("/status")).isEqualTo("active");
    assertThat(baseline.at("/metrics/std_dev_quality")).isEqualTo("0.0");

    // (75.73 - 30) / 75.73 = 60.39 %
    Answer drop = client.post("/regression/detect", detect(30));
    assertThat(drop.status()).isEqualTo(200);
    assertThat(drop.at("/regression_detected")).isEqualTo("true");
    assertThat(drop.at("/quality_drop_percentage")).isEqualTo("60.39");
    assertThat(drop.at("/severity")).isEqualTo("critical");
    assertThat(drop.at("/z_score")).isEqualTo("null");
    assertThat(drop.at("/alert/level")).isEqualTo("critical");
    assertThat(drop.at("/details/baseline_id")).isEqualTo(baseline.at("/baseline_id"));

    Answer rise = client.post("/regression/detect", detect(90));
    assertThat(rise.at("/regression_detected")).isEqualTo("false");
    assertThat(rise.at("/regression_score")).isEqualTo("0.0");
    assertThat(rise.at("/alert")).isEqualTo("null");
  }

  @Test
  void shouldMakeNoBaselineOfNothing() {
    Answer answer = client.post("/regression/baseline", BASELINE);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("/detail")).isEqualTo("No quality metrics available yet");
  }

  @Test
  void shouldForgetBaselinesWhenTheyAreOff() {
    Faults faults = Faults.NONE.without(Part.BASELINES);
    try (BackendServer forgetful =
        BackendServer.start(BackendSettings.onFreePort().withFaults(faults))) {
      BackendClient other = new BackendClient(forgetful.baseUrl());
      other.post("/quality/analyze", ANALYZE);
      assertThat(other.post("/regression/baseline", BASELINE).status()).isEqualTo(201);
      assertThat(other.post("/regression/detect", detect(30)).status()).isEqualTo(404);
    }
  }

  @Test
  void shouldRunTheWorkflowWithItsOwnBaselineFromTheTenthAnswerOn() {
    String workflow = "{\"model_name\":\"model-v1\"," + ANSWERED + "}";
    for (int i = 1; i < 10; i++) {
      Answer early = client.post("/workflow/validate", workflow);
      assertThat(early.at("/status")).isEqualTo("baseline_checked");
      assertThat(early.at("/decision")).isEqualTo("null");
      assertThat(early.at("/validation_result")).isEqualTo("null");
    }

    Answer tenth = client.post("/workflow/validate", workflow);
    assertThat(tenth.status()).isEqualTo(200);
    assertThat(tenth.at("/status")).isEqualTo("completed");
    assertThat(tenth.at("/decision")).isEqualTo("approve");
    assertThat(tenth.at("/quality_metrics/overall_quality")).isEqualTo("75.73");
    assertThat(tenth.at("/quality_metrics/relevance/score")).isEqualTo("63.33");
    assertThat(tenth.at("/validation_result/quality_change")).isEqualTo("0.0");
    assertThat(tenth.json().get("errors")).isEmpty();
    assertThat(client.get("/quality/insights").at("/total_analyzed")).isEqualTo("10");
  }

  @Test
  void shouldCompareWithTheBaselineOfTheHash() {
    client.post("/quality/analyze", ANALYZE);
    client.post("/regression/baseline", BASELINE);

    Answer answer =
        client.post(
            "/workflow/validate",
            "{\"model_name\":\"model-v1\",\"config_hash\":\"v1.0.0\",\"prompt\":\"Why?\","
                + "\"response\":\"\"}");

    assertThat(answer.at("/status")).isEqualTo("completed");
    assertThat(answer.at("/decision")).isEqualTo("reject");
  }

  @Test
  void shouldLookBack() {
    client.post("/quality/analyze", ANALYZE);

    Answer summary = client.get("/analytics/summary");
    assertThat(summary.at("/total_requests")).isEqualTo("1");
    assertThat(summary.at("/top_models/0")).isEqualTo("model-v1");
    assertThat(summary.at("/period")).isEqualTo("30d");

    JsonNode trends = client.get("/analytics/trends?period=90d&metric=tokens").json();
    assertThat(trends.get("trends")).hasSize(90);
    assertThat(trends.at("/trends/89/value").asDouble()).isEqualTo(18);
    assertThat(trends.at("/trends/0/date").asText()).matches("\\d{4}-\\d{2}-\\d{2}");

    Answer comparison = client.get("/analytics/comparison?models=model-v1,model-v2");
    assertThat(comparison.json().get("comparison")).hasSize(2);
    assertThat(comparison.at("/recommendation")).isEqualTo("model-v1");
    assertThat(comparison.at("/comparison/1/sample_count")).isEqualTo("0");
  }
}
