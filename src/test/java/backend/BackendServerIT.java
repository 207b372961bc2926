package backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backend.kit.BackendSettings;
import backend.kit.Faults;
import backend.kit.InvalidSettingException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackendServerIT {

  @Test
  void shouldCountRequestsByTemplateOrUnknownPath() {
    try (BackendServer server = BackendServer.start(BackendSettings.onFreePort())) {
      BackendClient client = new BackendClient(server.baseUrl());
      client.get("/api/v1/tasks/one/status");
      client.get("/api/v1/tasks/two/status");
      client.get("/nowhere");
      client.post("/api/v1/health/ping", "");
      assertThat(server.requests())
          .containsOnly(
              Map.entry("GET /api/v1/tasks/{task_id}/status", 2L),
              Map.entry("GET /nowhere", 1L),
              Map.entry("POST /api/v1/health/ping", 1L));
    }
  }

  /** Over a bare socket: an HTTP client would ask once more, of whoever has the port by then. */
  @Test
  void shouldStopWhileARequestIsInFlight() throws Exception {
    BackendServer server = BackendServer.start(BackendSettings.onFreePort());
    try (Socket client = new Socket("127.0.0.1", URI.create(server.baseUrl()).getPort())) {
      client.setSoTimeout(9_000);
      client
          .getOutputStream()
          .write(
              "GET /api/v1/tasks/unknown/result?timeout=10 HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      while (server.requests().isEmpty()) {
        Thread.sleep(10);
      }
      server.close();
      assertThat(endOf(client)).isIn("closed", "reset");
    }
  }

  private static String endOf(Socket client) throws IOException {
    try {
      return client.getInputStream().read() < 0 ? "closed" : "answered";
    } catch (SocketTimeoutException e) {
      return "still open";
    } catch (SocketException e) {
      return "reset";
    }
  }

  @Test
  void shouldRefuseATakenPort() {
    try (BackendServer server = BackendServer.start(BackendSettings.onFreePort())) {
      BackendSettings taken =
          BackendSettings.onFreePort().withPort(URI.create(server.baseUrl()).getPort());
      assertThatThrownBy(() -> BackendServer.start(taken))
          .isInstanceOf(InvalidSettingException.class);
    }
  }

  @Test
  void shouldDelayEveryRequestWithoutHoldingAThread() {
    Faults faults = Faults.NONE.withLatency(Duration.ofMillis(600));
    try (BackendServer server = start(faults)) {
      long start = System.nanoTime();
      assertThat(statuses(server, 100)).containsOnly(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(faults.latency());
    }
  }

  @Test
  void shouldFailTheShareOfRequestsThatIsAskedFor() {
    try (BackendServer server = start(Faults.NONE.withErrorRate(0.2))) {
      assertThat(Collections.frequency(statuses(server, 200), 500)).isBetween(15, 70);
    }
  }

  private static BackendServer start(Faults faults) {
    return BackendServer.start(BackendSettings.onFreePort().withFaults(faults));
  }

  private static List<Integer> statuses(BackendServer server, int requests) {
    BackendClient client = new BackendClient(server.baseUrl());
    List<CompletableFuture<BackendClient.Answer>> answers =
        Stream.generate(() -> client.sendAsync("GET", "/api/v1/health/ping", ""))
            .limit(requests)
            .toList();
    return answers.stream().map(answer -> answer.join().status()).toList();
  }
}
