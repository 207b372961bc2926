package backend.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisFeatureIT {

  private static final String ANALYZE = "/api/analysis/analyze";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldTimeQueriesAndModelOfAnAnalysisThatIsKept() {
    Answer first = client.get("/api/analysis/AMZN/ai");
    Answer second = client.get("/api/analysis/AMZN/ai");
    assertThat(first.header("X-Cache")).contains("MISS");
    assertThat(first.header("Server-Timing").orElseThrow())
        .matches("db;dur=\\d+\\.\\d{3}, ml;dur=\\d+\\.\\d{3}");
    assertThat(second.header("X-Cache")).contains("HIT");
    assertThat(second.header("Server-Timing")).isEmpty();
    assertThat(second.body()).isEqualTo(first.body());
  }

  @Test
  void shouldAnalyseMadeToMeasure() {
    Answer answer = client.post(ANALYZE, "{\"symbol\":\"AAPL\"}");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/data/ml_predictions/confidence_score").asDouble())
        .isBetween(0.0, 1.0);
    assertThat(answer.json().at("/data/ml_predictions/risk_score").asDouble())
        .isBetween(0.0, 100.0);
    assertThat(answer.header("Server-Timing").orElseThrow())
        .matches("db;dur=\\d+\\.\\d{3}, ml;dur=\\d+\\.\\d{3}");
    assertThat(answer.header("X-Cache")).isEmpty();
  }

  @Test
  void shouldNameTheFiguresOfAnAnalysisAsAgreed() {
    JsonNode data = client.post(ANALYZE, "{\"symbol\":\"AAPL\"}").json().get("data");
    assertThat(data.get("ml_predictions").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "price_prediction_1d",
            "price_prediction_7d",
            "price_prediction_30d",
            "confidence_score",
            "predicted_volatility",
            "risk_score",
            "pattern_recognition",
            "anomaly_detection",
            "trend_prediction");
    assertThat(data.get("risk_metrics").fieldNames())
        .toIterable()
        .contains("var_95", "cvar_95", "correlation_with_market");
  }

  @Test
  void shouldLeaveOutWhatWasNotAskedFor() {
    JsonNode data =
        client
            .post(
                ANALYZE,
                "{\"symbol\":\"AAPL\",\"analysis_type\":\"technical\",\"indicators\":[\"rsi\"],"
                    + "\"include_ml_predictions\":false}")
            .json()
            .get("data");
    assertThat(data.at("/technical/rsi").isNumber()).isTrue();
    assertThat(data.at("/technical/macd").isNull()).isTrue();
    assertThat(data.get("fundamental").isNull()).isTrue();
    assertThat(data.get("sentiment").isNull()).isTrue();
    assertThat(data.get("ml_predictions").isNull()).isTrue();
    assertThat(data.get("risk_metrics").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"symbol\":\"XXXXX\"} | 404",
        "{} | 422",
        "{\"symbol\":\"AAPL\",\"analysis_type\":\"deep\"} | 422",
        "{\"symbol\":\"AAPL\",\"period\":\"3Y\"} | 422",
        "{\"symbol\":\"AAPL\",\"indicators\":[\"moon\"]} | 422",
        "{\"symbol\":\"AAPL\",\"include_ml_predictions\":1} | 422",
      })
  void shouldRefuseABadAnalysis(String body, int status) {
    assertThat(client.post(ANALYZE, body).status()).isEqualTo(status);
  }
}
