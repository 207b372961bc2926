package backend.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkflowIT {

  private static final String STREAM = "/api/copilotkit/stream";
  private static final String BODY =
      "{\"account_id\":\"ACC-LOAD-1234\",\"workflow\":\"%s\",\"thread_id\":\"load-test\","
          + "\"run_id\":\"run-1\",\"options\":{}}";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  private static List<JsonNode> frames(String body) {
    assertThat(body).endsWith("\n\n");
    return Stream.of(body.split("\n\n")).map(WorkflowIT::frame).toList();
  }

  private static JsonNode frame(String block) {
    assertThat(block).startsWith("data: ").doesNotContain("\n");
    try {
      return new ObjectMapper().readTree(block.substring("data: ".length()));
    } catch (IOException e) {
      throw new AssertionError(block, e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "account_analysis, 18, zoho_scout memory_analyst recommendation_author, 1",
    "daily_review, 11, zoho_scout memory_analyst, 0",
    "risk_assessment, 13, zoho_scout recommendation_author, 1",
  })
  void shouldStreamAWorkflowFrameByFrame(
      String workflow, int count, String agents, int recommendations) {
    Answer answer = client.post(STREAM, BODY.formatted(workflow));
    List<JsonNode> frames = frames(answer.body());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
    assertThat(answer.header("Cache-Control")).contains("no-cache");
    assertThat(frames).hasSize(count).allMatch(f -> f.get("type").equals(f.get("event")));
    for (int i = 0; i < count; i++) {
      assertThat(frames.get(i).get("seq").asInt()).isEqualTo(i + 1);
    }
    assertThat(frames)
        .filteredOn(frame -> frame.get("type").asText().equals("agent_completed"))
        .extracting(frame -> frame.at("/data/agent").asText())
        .containsExactly(agents.split(" "));
    JsonNode last = frames.get(count - 1);
    assertThat(last.get("type").asText()).isEqualTo("workflow_completed");
    assertThat(last.at("/data/account_id").asText()).isEqualTo("ACC-LOAD-1234");
    assertThat(last.at("/data/workflow").asText()).isEqualTo(workflow);
    assertThat(last.at("/data/final_output/status").asText()).isEqualTo("completed");
    assertThat(last.at("/data/final_output/recommendations")).hasSize(recommendations);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"account_id\":1}",
        "{\"account_id\":\"A\",\"workflow\":\"guess\"}",
        "{\"account_id\":\"A\",\"options\":[]}"
      })
  void shouldRefuseABadRequest(String body) {
    Answer answer = client.post(STREAM, body);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/loc/0")).isEqualTo("body");
  }

  @Test
  void shouldTellItsHealth() {
    assertThat(client.get("/api/copilotkit/health").at("/status")).isEqualTo("healthy");
  }

  @Test
  void shouldServeMoreStreamsThanItHasThreads() {
    List<CompletableFuture<Answer>> answers =
        Stream.generate(() -> client.sendAsync("POST", STREAM, BODY.formatted("daily_review")))
            .limit(200)
            .toList();
    answers.forEach(answer -> assertThat(frames(answer.join().body())).hasSize(11));
  }

  @Test
  void shouldSendEveryFrameLaterWithAWorkDelay() {
    try (BackendServer slow = faulty(Faults.NONE.withWorkDelay(Duration.ofMillis(100)))) {
      Instant start = Instant.now();
      Answer answer =
          new BackendClient(slow.baseUrl()).post(STREAM, BODY.formatted("daily_review"));
      String last = frames(answer.body()).get(10).get("timestamp").asText();
      // 100 ms before the first frame, then 10 times 150 ms.
      assertThat(Instant.parse(last)).isAfter(start.plusMillis(1_500));
    }
  }

  @Test
  @Timeout(60)
  void shouldStayOpenWithoutTheLastFrameWhenStreamsDoNotEnd() throws Exception {
    try (BackendServer endless = faulty(Faults.NONE.without(Part.STREAM_ENDS))) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endless.baseUrl() + STREAM))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted("daily_review")))
              .build();
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body(),
                  StandardCharsets.UTF_8));
      List<String> data = new ArrayList<>();
      for (String line = lines.readLine(); !line.equals(": waiting"); line = lines.readLine()) {
        if (line.startsWith("data: ")) {
          data.add(line);
        }
      }
      assertThat(data).hasSize(10).noneMatch(frame -> frame.contains("workflow_completed"));
    }
  }

  private static BackendServer faulty(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }
}
