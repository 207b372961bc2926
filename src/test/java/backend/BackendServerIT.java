package backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import backend.http.PortInUseException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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

  @Test
  void shouldStopWhileARequestIsInFlight() throws InterruptedException {
    BackendServer server = BackendServer.start(BackendSettings.onFreePort());
    BackendClient client = new BackendClient(server.baseUrl());
    CompletableFuture<BackendClient.Answer> waiting =
        client.sendAsync("GET", "/api/v1/tasks/unknown/result?timeout=10", "");
    while (server.requests().isEmpty()) {
      Thread.sleep(10);
    }
    server.close();
    assertThatThrownBy(() -> waiting.get(9, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
  }

  @Test
  void shouldKeepTwoInstancesApart() {
    try (BackendServer one = BackendServer.start(BackendSettings.onFreePort());
        BackendServer other = BackendServer.start(BackendSettings.onFreePort())) {
      String account =
          """
          {"username":"anna","email":"anna@example.com","password":"SecurePass123!"}
          """;
      String path = "/api/v1/auth/register";
      assertThat(new BackendClient(one.baseUrl()).post(path, account).status()).isEqualTo(201);
      assertThat(new BackendClient(other.baseUrl()).post(path, account).status()).isEqualTo(201);
    }
  }

  @Test
  void shouldRefuseATakenPort() {
    try (BackendServer server = BackendServer.start(BackendSettings.onFreePort())) {
      BackendSettings taken =
          BackendSettings.onFreePort().withPort(URI.create(server.baseUrl()).getPort());
      assertThatThrownBy(() -> BackendServer.start(taken)).isInstanceOf(PortInUseException.class);
    }
  }
}
