package backend.investment;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PipelineIT {

  private static final String RUNS = "/api/pipeline/runs";

  private static BackendServer start(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }

  @Test
  void shouldTakeTheStocksThroughAllStages() throws InterruptedException {
    try (BackendServer server = start(Faults.NONE)) {
      BackendClient client = new BackendClient(server.baseUrl());

      Answer started = client.post(RUNS, "{\"stocks\":100}");

      assertThat(started.status()).isEqualTo(202);
      assertThat(started.at("/data/status")).isEqualTo("running");
      assertThat(started.at("/data/duration_ms")).isEqualTo("null");
      JsonNode run = started.json().get("data");
      while (run.get("status").asText().equals("running")) {
        TimeUnit.MILLISECONDS.sleep(100);
        run = client.get(RUNS + "/" + started.at("/data/id")).json().get("data");
      }
      assertThat(run.get("status").asText()).isEqualTo("completed");
      assertThat(run.get("duration_ms").asLong()).isGreaterThanOrEqualTo(10_000);
      assertThat(run.get("stages").findValuesAsText("name"))
          .containsExactly("fetch", "recommend", "ml", "db", "cache");
      assertThat(run.get("stages").findValuesAsText("status")).containsOnly("completed");
      assertThat(run.at("/stages/0/duration_ms").asLong()).isGreaterThanOrEqualTo(3_000);
      assertThat(client.get("/api/recommendations/AAPL").header("X-Cache")).contains("HIT");
      assertThat(client.post(RUNS, "{}").at("/data/stocks")).isEqualTo("1000");
    }
  }

  @Test
  void shouldNameTheRunThatIsInProgress() {
    try (BackendServer server = start(Faults.NONE.without(Part.WORKERS))) {
      BackendClient client = new BackendClient(server.baseUrl());
      assertThat(client.post(RUNS, "{\"stocks\":99}").status()).isEqualTo(422);
      String id = client.post(RUNS, "{}").at("/data/id");

      Answer second = client.post(RUNS, "{}");

      assertThat(second.status()).isEqualTo(409);
      assertThat(second.at("/detail")).isEqualTo(id);
      assertThat(second.at("/code")).isEqualTo("HTTP_409");
      assertThat(client.get(RUNS + "/" + id).json().at("/data/stages").findValuesAsText("status"))
          .containsOnly("pending");
    }
  }
}
