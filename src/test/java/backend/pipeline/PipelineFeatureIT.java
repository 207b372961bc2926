package backend.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineFeatureIT {

  private static final String RUNS = "/api/pipeline/runs";

  private BackendServer server;
  private BackendClient client;

  @AfterEach
  void stop() {
    server.close();
  }

  private void start(Faults faults) {
    server = BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
    client = new BackendClient(server.baseUrl());
  }

  @Test
  void shouldTakeTheStocksThroughAllStages() throws InterruptedException {
    start(Faults.NONE);
    String recommendation = "/api/recommendations/AAPL";

    Answer started = client.post(RUNS, "{\"stocks\":100}");

    assertThat(started.status()).isEqualTo(202);
    assertThat(started.at("/data/stocks")).isEqualTo("100");
    assertThat(started.at("/data/status")).isEqualTo("running");
    assertThat(started.at("/data/completed_at")).isEqualTo("null");
    assertThat(started.at("/data/duration_ms")).isEqualTo("null");
    JsonNode ended = awaitEnd(started.at("/data/id"));
    assertThat(ended.get("status").asText()).isEqualTo("completed");
    assertThat(ended.get("error").isNull()).isTrue();
    assertThat(ended.get("duration_ms").asLong()).isGreaterThanOrEqualTo(9_900);
    JsonNode stages = ended.get("stages");
    assertThat(stages.findValuesAsText("name"))
        .containsExactly("fetch", "recommend", "ml", "db", "cache");
    assertThat(stages.findValuesAsText("status")).containsOnly("completed");
    assertThat(stages.findValuesAsText("processed")).containsOnly("100");
    assertThat(stages.findValuesAsText("errors")).containsOnly("0");
    assertThat(stages.get(4).get("started_at").asText())
        .isGreaterThanOrEqualTo(stages.get(3).get("completed_at").asText());
    assertThat(stages.get(0).get("duration_ms").asLong()).isGreaterThanOrEqualTo(2_900);
    assertThat(client.get(recommendation).header("X-Cache")).contains("HIT");
    assertThat(client.post(RUNS, "").at("/data/stocks")).isEqualTo("1000");
  }

  @Test
  void shouldNameTheRunThatIsInProgress() {
    start(Faults.NONE.without(Part.WORKERS));
    String id = client.post(RUNS, "{}").at("/data/id");

    Answer second = client.post(RUNS, "{}");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.body())
        .isEqualTo(
            "{\"success\":false,\"error\":\"pipeline run '%s' is in progress\",".formatted(id)
                + "\"detail\":\"%s\",\"code\":\"HTTP_409\"}".formatted(id));
    Answer waiting = client.get(RUNS + "/" + id);
    assertThat(waiting.status()).isEqualTo(200);
    assertThat(waiting.json().at("/data/stages").findValuesAsText("status"))
        .containsOnly("pending");
  }

  @Test
  void shouldTellThatARunIsUnknown() {
    start(Faults.NONE);
    String id = UUID.randomUUID().toString();

    Answer answer = client.get(RUNS + "/" + id);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("/error")).isEqualTo("pipeline run '" + id + "' not found");
    assertThat(answer.at("/code")).isEqualTo("HTTP_404");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"stocks\":99}   | stocks: Input should be from 100 to 6000",
        "{\"stocks\":6001} | stocks: Input should be from 100 to 6000",
        "{\"stocks\":1e3}  | stocks: Input should be a valid integer",
        "{\"stocks\":null} | stocks: Input should be a valid integer",
      })
  void shouldRefuseABadNumberOfStocks(String body, String detail) {
    start(Faults.NONE);

    Answer answer = client.post(RUNS, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail")).isEqualTo(detail);
  }

  private JsonNode awaitEnd(String id) throws InterruptedException {
    JsonNode run = client.get(RUNS + "/" + id).json().get("data");
    while (run.get("status").asText().equals("running")) {
      TimeUnit.MILLISECONDS.sleep(100);
      run = client.get(RUNS + "/" + id).json().get("data");
    }
    return run;
  }
}
