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
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
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
    "account_analysis, 18, zoho_scout memory_analyst recommendation_author",
    "daily_review, 11, zoho_scout memory_analyst",
    "risk_assessment, 13, zoho_scout recommendation_author",
  })
  void shouldStreamAWorkflowFrameByFrame(String workflow, int count, String agents) {
    Answer answer = client.post(STREAM, BODY.formatted(workflow));
    List<JsonNode> frames = frames(answer.body());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
    assertThat(frames).hasSize(count).allMatch(f -> f.get("type").equals(f.get("event")));
    assertThat(frames)
        .filteredOn(frame -> frame.get("type").asText().equals("agent_completed"))
        .extracting(frame -> frame.at("/data/agent").asText())
        .containsExactly(agents.split(" "));
    JsonNode last = frames.get(count - 1);
    assertThat(last.get("seq").asInt()).isEqualTo(count);
    assertThat(last.get("type").asText()).isEqualTo("workflow_completed");
    assertThat(last.at("/data/account_id").asText()).isEqualTo("ACC-LOAD-1234");
    assertThat(last.at("/data/workflow").asText()).isEqualTo(workflow);
    assertThat(last.at("/data/final_output/status").asText()).isEqualTo("completed");
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
  void shouldServeMoreStreamsThanItHasThreads() {
    List<CompletableFuture<Answer>> answers =
        Stream.generate(() -> client.sendAsync("POST", STREAM, BODY.formatted("daily_review")))
            .limit(200)
            .toList();
    answers.forEach(answer -> assertThat(frames(answer.join().body())).hasSize(11));
  }

  @Test
  @Timeout(60)
  void shouldStayOpenWithoutTheLastFrameWhenStreamsDoNotEnd() throws Exception {
    Faults faults = Faults.NONE.without(Part.STREAM_ENDS);
    try (BackendServer endless =
        BackendServer.start(BackendSettings.onFreePort().withFaults(faults))) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(endless.baseUrl() + STREAM))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(BODY.formatted("daily_review")))
              .build();
      Stream<String> lines =
          HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body();
      assertThat(lines.takeWhile(line -> !line.equals(": waiting")))
          .filteredOn(line -> line.startsWith("data: "))
          .hasSize(10)
          .noneMatch(line -> line.contains("workflow_completed"));
    }
  }
}
