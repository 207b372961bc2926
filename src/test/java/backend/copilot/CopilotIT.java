package backend.copilot;

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
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopilotIT {

  private static final String STREAM = "/api/copilotkit/stream";
  private static final String BODY =
      "{\"account_id\":\"ACC-LOAD-1234\",\"workflow\":\"%s\",\"thread_id\":\"load-test\","
          + "\"run_id\":\"run-1\",\"session_id\":\"s-1\",\"options\":{}}";

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  private static List<JsonNode> frames(String body) {
    assertThat(body).endsWith("\n\n");
    return Stream.of(body.split("\n\n"))
        .map(
            block -> {
              assertThat(block).startsWith("data: ").doesNotContain("\n");
              return json(block.substring("data: ".length()));
            })
        .toList();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError(text, e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "account_analysis, 18, zoho_scout memory_analyst recommendation_author",
    "daily_review, 11, zoho_scout memory_analyst",
    "risk_assessment, 13, zoho_scout recommendation_author",
  })
  void shouldStreamAWorkflowFrameByFrame(String workflow, int count, String agents) {
    long start = System.nanoTime();
    Answer answer = client.post(STREAM, BODY.formatted(workflow));
    List<JsonNode> frames = frames(answer.body());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/event-stream");
    assertThat(answer.header("Cache-Control")).contains("no-cache");
    assertThat(System.nanoTime() - start).isGreaterThan((count - 1) * 50_000_000L);
    assertThat(frames).hasSize(count);
    assertThat(frames).allMatch(frame -> frame.get("type").equals(frame.get("event")));
    assertThat(frames)
        .extracting(frame -> frame.get("seq").asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, count).boxed().toList());
    assertThat(frames.get(0).at("/data/sessionId").asText()).isEqualTo("s-1");
    assertThat(frames.get(1).at("/data/workflow").asText()).isEqualTo(workflow);
    assertThat(frames)
        .filteredOn(frame -> frame.get("type").asText().equals("agent_completed"))
        .extracting(frame -> frame.at("/data/agent").asText())
        .containsExactly(agents.split(" "));
    JsonNode last = frames.get(count - 1);
    assertThat(last.get("type").asText()).isEqualTo("workflow_completed");
    assertThat(last.at("/data/account_id").asText()).isEqualTo("ACC-LOAD-1234");
    assertThat(last.at("/data/workflow").asText()).isEqualTo(workflow);
    assertThat(last.at("/data/final_output/status").asText()).isEqualTo("completed");
    assertThat(last.at("/data/final_output/recommendations").isEmpty())
        .isEqualTo(workflow.equals("daily_review"));
  }

  @Test
  void shouldAnswerInOnePieceWhatTheStreamEndsWith() {
    Answer answer = client.post("/api/copilotkit", BODY.formatted("account_analysis"));
    List<JsonNode> frames = frames(client.post(STREAM, BODY.formatted("account_analysis")).body());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("application/json");
    assertThat(answer.json().get("final_output"))
        .isEqualTo(frames.get(17).at("/data/final_output"));
  }

  @Test
  void shouldKnowWhatIsMissing() {
    List<JsonNode> frames = frames(client.post(STREAM, "{}").body());

    assertThat(frames)
        .extracting(frame -> frame.get("type").asText())
        .containsExactly(
            "connection_established",
            "workflow_started",
            "agent_started",
            "agent_error",
            "workflow_completed");
    assertThat(frames.get(3).at("/data/error_message").asText()).isEqualTo("account_id is missing");
    assertThat(frames.get(3).at("/data/stack_trace").isNull()).isTrue();
    assertThat(frames.get(4).at("/data/final_output/status").asText()).isEqualTo("error");
  }

  @Test
  void shouldRefuseAnUnknownWorkflowAsAStreamAndAnswerItOtherwise() {
    Answer stream = client.post(STREAM, BODY.formatted("guess"));
    Answer plain = client.post("/api/copilotkit", BODY.formatted("guess"));

    assertThat(stream.status()).isEqualTo(422);
    assertThat(stream.at("/detail/0/loc/1")).isEqualTo("workflow");
    assertThat(stream.at("/detail/0/input")).isEqualTo("guess");
    assertThat(plain.status()).isEqualTo(200);
    assertThat(plain.at("/final_output/status")).isEqualTo("error");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"account_id\":1}", "{\"messages\":{}}", "{\"options\":[]}", "{\"agent\":2}"})
  void shouldRefuseFieldsOfTheWrongKind(String body) {
    assertThat(client.post(STREAM, body).status()).isEqualTo(422);
  }

  @Test
  void shouldTellItsHealthAndErrorsInItsOwnWords() {
    Answer health = client.get("/api/copilotkit/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.at("/status")).isEqualTo("healthy");
    assertThat(health.json().fieldNames())
        .toIterable()
        .containsExactly("status", "service", "model", "provider", "timestamp");
    assertThat(client.get("/api/copilotkit/nowhere").body())
        .isEqualTo("{\"detail\":\"Not Found\"}");
  }

  @Test
  void shouldServeManyMoreStreamsThanItHasThreads() {
    List<CompletableFuture<Answer>> answers =
        Stream.generate(() -> client.sendAsync("POST", STREAM, BODY.formatted("daily_review")))
            .limit(200)
            .toList();
    // All of them are open when this answer comes at once.
    assertThat(client.get("/api/copilotkit/health").status()).isEqualTo(200);
    answers.forEach(answer -> assertThat(frames(answer.join().body())).hasSize(11));
  }

  @Test
  void shouldSendEveryFrameLaterWhenItsWorkIsSlow() {
    Faults slow = Faults.NONE.withWorkDelay(Duration.ofMillis(100));
    try (BackendServer other = faulty(slow)) {
      long start = System.nanoTime();
      Answer answer =
          new BackendClient(other.baseUrl()).post(STREAM, BODY.formatted("daily_review"));
      assertThat(frames(answer.body())).hasSize(11);
      assertThat(System.nanoTime() - start).isGreaterThan(10 * 150_000_000L);
    }
  }

  @Test
  void shouldStopShortOfTheEndAndStayOpenWhenStreamsDoNotEnd() throws IOException {
    try (BackendServer other = faulty(Faults.NONE.without(Part.STREAM_ENDS));
        Socket socket = open(other)) {
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      List<String> data = new ArrayList<>();
      String line = lines.readLine();
      // The comment says that the stream waits.
      while (!line.equals(": waiting")) {
        if (line.startsWith("data: ")) {
          data.add(line);
        }
        line = lines.readLine();
      }
      assertThat(data).hasSize(10);
      assertThat(data).noneMatch(frame -> frame.contains("workflow_completed"));
    }
  }

  private static Socket open(BackendServer server) throws IOException {
    URI address = URI.create(server.baseUrl());
    Socket socket = new Socket(address.getHost(), address.getPort());
    byte[] body = BODY.formatted("daily_review").getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(STREAM, body.length);
    socket.setSoTimeout(30_000);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(body);
    return socket;
  }

  private static BackendServer faulty(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }
}
