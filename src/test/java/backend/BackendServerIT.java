package backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backend.BackendClient.Answer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.InvalidSettingException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackendServerIT {

  private static final String PING = "/api/v1/health/ping";
  private static final String LOGIN = "/api/v1/auth/login";

  private BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private BackendClient client = new BackendClient(server.baseUrl());

  private void restart(Faults faults) {
    server.close();
    server = BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
    client = new BackendClient(server.baseUrl());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldCountRequestsByTemplateOrUnknownPath() {
    client.get("/api/v1/tasks/one/status");
    client.get("/api/v1/tasks/two/status");
    expect(client.get("/nowhere"), 404, "{\"detail\":\"Not Found\"}");
    expect(client.post(PING, ""), 405, "{\"detail\":\"Method Not Allowed\"}");
    assertThat(server.requests())
        .containsOnly(
            Map.entry("GET /api/v1/tasks/{task_id}/status", 2L),
            Map.entry("GET /nowhere", 1L),
            Map.entry("POST /api/v1/health/ping", 1L));
  }

  @ParameterizedTest
  @CsvSource({"'{\"username\": ', application/json", "[], application/json", "{}, text/plain"})
  void shouldRefuseWhatIsNoJsonObject(String body, String contentType) {
    Answer answer = client.post(LOGIN, body, "Content-Type", contentType);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/type")).isEqualTo("json_type");
  }

  @Test
  void shouldNameEveryMissingField() {
    String missing =
        "{\"type\":\"missing\",\"loc\":[\"body\",\"%s\"],\"msg\":\"Field" + " required\"}";
    expect(
        client.post(LOGIN, "{}"),
        422,
        "{\"detail\":[%s,%s]}".formatted(missing, missing).formatted("username", "password"));
  }

  @Test
  void shouldRefuseOversizedBodies() {
    String oversized = "\"" + "x".repeat(1_000_000) + "\"";
    expect(client.post(LOGIN, oversized), 413, "{\"detail\":\"Content Too Large\"}");
  }

  /** A POST, because the client would repeat a GET, at whoever has the port by then. */
  @Test
  void shouldStopWhileARequestIsInFlight() throws Exception {
    restart(Faults.NONE.withWorkDelay(Duration.ofMinutes(1)));
    CompletableFuture<Answer> answer =
        client.sendAsync("POST", "/api/analysis/analyze", "{\"symbol\":\"AAPL\"}");
    while (server.requests().isEmpty()) {
      Thread.sleep(10);
    }
    server.close();
    assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void shouldRefuseATakenPort() {
    int port = URI.create(server.baseUrl()).getPort();
    assertThatThrownBy(() -> BackendServer.start(BackendSettings.onFreePort().withPort(port)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "loadgate.backend.port: port %d of 127.0.0.1 is in use, it takes another one or 0 for"
                + " any",
            port);
  }

  @Test
  void shouldDelayEveryRequestWithoutHoldingAThread() {
    restart(Faults.NONE.withLatency(Duration.ofMillis(600)));
    long start = System.nanoTime();
    assertThat(statuses(100)).containsOnly(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void shouldDelayLaterRequestsMore() throws InterruptedException {
    restart(Faults.NONE.withSlowdown(Duration.ofMinutes(1)));
    client.get(PING);
    TimeUnit.MILLISECONDS.sleep(600);
    long start = System.nanoTime();
    assertThat(client.get(PING).status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(600));
  }

  @Test
  void shouldFailTheShareOfRequestsThatIsAskedFor() {
    restart(Faults.NONE.withErrorRate(0.2));
    assertThat(statuses(200).stream().filter(status -> status == 500).count()).isBetween(15L, 70L);
  }

  private List<Integer> statuses(int requests) {
    List<CompletableFuture<Answer>> answers =
        Stream.generate(() -> client.sendAsync("GET", PING, "")).limit(requests).toList();
    return answers.stream().map(answer -> answer.join().status()).toList();
  }

  private static void expect(Answer answer, int status, String body) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.header("Content-Type")).contains("application/json");
  }
}
