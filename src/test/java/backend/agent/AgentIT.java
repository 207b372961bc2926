package backend.agent;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Endpoints of the agent; every test begins without answers. */
class AgentIT {

  private static final String ANALYZE =
      "{\"model_name\":\"model-v1\",\"prompt\":\"How does machine learning work?\","
          + "\"response\":\"Machine learning finds patterns in data.\"}";
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
  void shouldScoreAnAnswer() {
    Answer answer = client.post("/quality/analyze", ANALYZE);

    assertThat(answer.status()).isEqualTo(200);
    // Two of three keywords: 50 x 2/3 + 10 + 20. One sentence: 10 + 0.3 x (100 + 60 + 60).
    assertThat(answer.at("/relevance/score")).isEqualTo("63.33");
    assertThat(answer.at("/coherence/score")).isEqualTo("76.0");
    assertThat(answer.at("/hallucination/hallucination_rate")).isEqualTo("0.0");
    assertThat(answer.at("/overall_quality")).isEqualTo("75.73");
    assertThat(answer.at("/quality_grade")).isEqualTo("C");
    assertThat(answer.at("/prompt")).isEqualTo("How does machine learning work?");
  }

  @Test
  void shouldSummarizeTheLast100Answers() {
    assertThat(client.get("/quality/insights").at("/status")).isEqualTo("no_data");
    client.post(
        "/quality/analyze",
        "{\"prompt\":\"\",\"response\":\"Maybe 40%, perhaps 12345, possibly none.\"}");
    for (int i = 0; i < 100; i++) {
      client.post("/quality/analyze", ANALYZE);
    }

    Answer insights = client.get("/quality/insights");
    assertThat(insights.at("/status")).isEqualTo("ok");
    assertThat(insights.at("/average_quality")).isEqualTo("75.73");
    assertThat(insights.at("/total_analyzed")).isEqualTo("100");
  }

  @Test
  void shouldDetectADropBelowTheBaseline() {
    client.post("/quality/analyze", ANALYZE);
    Answer baseline = client.post("/regression/baseline", BASELINE);
    assertThat(baseline.status()).isEqualTo(201);
    assertThat(baseline.at("/sample_size")).isEqualTo("1");

    // (75.73 - 30) / 75.73 = 60.39 %
    Answer drop = client.post("/regression/detect", detect(30));
    assertThat(drop.at("/regression_detected")).isEqualTo("true");
    assertThat(drop.at("/quality_drop_percentage")).isEqualTo("60.39");
    assertThat(drop.at("/baseline_id")).isEqualTo(baseline.at("/baseline_id"));

    Answer rise = client.post("/regression/detect", detect(90));
    assertThat(rise.at("/regression_detected")).isEqualTo("false");
  }

  @Test
  void shouldCompareWithTheNewestBaseline() {
    client.post("/quality/analyze", ANALYZE);
    client.post("/regression/baseline", BASELINE);
    String newest = client.post("/regression/baseline", BASELINE).at("/baseline_id");

    assertThat(client.post("/regression/detect", detect(80)).at("/baseline_id")).isEqualTo(newest);
  }

  @Test
  void shouldRefuseABaselineWithoutAnswersAndADetectionWithoutBaseline() {
    assertThat(client.post("/regression/baseline", BASELINE).status()).isEqualTo(400);
    Answer detection = client.post("/regression/detect", detect(80));
    assertThat(detection.status()).isEqualTo(404);
    assertThat(detection.at("/detail")).isEqualTo("No baseline for model-v1:v1.0.0");
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
  void shouldGiveTheWorkflowABaselineFromTheTenthAnswerOn() {
    for (int i = 1; i < 10; i++) {
      Answer early = client.post("/workflow/validate", ANALYZE);
      assertThat(early.at("/status")).isEqualTo("baseline_checked");
      assertThat(early.at("/decision")).isEqualTo("null");
    }

    Answer tenth = client.post("/workflow/validate", ANALYZE);
    assertThat(tenth.at("/status")).isEqualTo("completed");
    assertThat(tenth.at("/decision")).isEqualTo("approve");
    assertThat(tenth.json().get("errors")).isEmpty();
    assertThat(client.get("/quality/insights").at("/total_analyzed")).isEqualTo("10");
  }

  @Test
  void shouldDecideOnAChange() {
    String change =
        "{\"name\":\"v\",\"model_name\":\"m\",\"baseline_quality\":80,\"new_quality\":77}";

    Answer answer = client.post("/validation/create", change);
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.at("/decision")).isEqualTo("manual_review");
  }

  @Test
  void shouldAverageByDayAndModel() {
    client.post("/quality/analyze", ANALYZE);

    assertThat(client.get("/analytics/summary").at("/total_requests")).isEqualTo("1");
    Answer trends = client.get("/analytics/trends");
    assertThat(trends.json().get("trends")).hasSize(7);
    assertThat(trends.at("/trends/0/date")).matches("\\d{4}-\\d{2}-\\d{2}");
    Answer comparison = client.get("/analytics/comparison?models=model-v1,model-v2");
    assertThat(comparison.at("/comparison/0/avg_quality")).isEqualTo("75.73");
    assertThat(comparison.at("/comparison/1/sample_count")).isEqualTo("0");
    assertThat(comparison.at("/recommendation")).isEqualTo("model-v1");
    assertThat(client.get("/analytics/comparison").status()).isEqualTo(422);
  }

  @Test
  void shouldReportItsStatus() {
    assertThat(client.get("/health/").at("/status")).isEqualTo("healthy");
    assertThat(client.get("/config/current").at("/snapshot_id")).matches("cfg-[0-9a-f]{8}");
    Answer stats = client.get("/admin/stats");
    assertThat(stats.json().get("memory_usage_mb").asDouble()).isBetween(20.0, 1e6);
    assertThat(stats.json().get("cpu_percent").asDouble()).isNotNegative();
    assertThat(stats.json().get("uptime_seconds").isIntegralNumber()).isTrue();
  }

  @Test
  void shouldNameTheInvalidField() {
    refused("/quality/analyze", "{'prompt':'p'}", "response");
    refused("/regression/baseline", "{'model_name':'m','sample_size':0}", "sample_size");
    refused("/regression/detect", "{'model_name':'m','current_quality':101}", "current_quality");
    refused(
        "/validation/create",
        "{'name':'v','model_name':'m','baseline_quality':0,'new_quality':1}",
        "baseline_quality");
    refused("/workflow/validate", "{'model_name':'m','prompt':'p'}", "response");
  }

  private void refused(String path, String body, String field) {
    Answer answer = client.post(path, body.replace('\'', '"'));
    assertThat(answer.status()).as(path).isEqualTo(422);
    assertThat(answer.at("/detail/0/loc/1")).isEqualTo(field);
  }
}
