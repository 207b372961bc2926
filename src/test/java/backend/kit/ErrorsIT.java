package backend.kit;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendClient;
import backend.BackendClient.Answer;
import backend.BackendServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ErrorsIT {

  private final BackendServer server = BackendServer.start(BackendSettings.onFreePort());
  private final BackendClient client = new BackendClient(server.baseUrl());

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void shouldAnswerUnknownPathsByContract() {
    expect(client.get("/nowhere"), 404, "{\"detail\":\"Not Found\"}");
    expect(client.get("/api/v1/llm/models"), 404, "{\"detail\":\"Not Found\"}");
    expect(client.get("/api/nowhere"), 404, envelope("Not Found", "HTTP_404"));
  }

  @Test
  void shouldAnswerWrongMethodsByContract() {
    expect(
        client.send("DELETE", "/api/v1/health/ping", ""),
        405,
        "{\"detail\":\"Method Not Allowed\"}");
    expect(
        client.post("/api/market/overview", "{}"), 405, envelope("Method Not Allowed", "HTTP_405"));
  }

  @Test
  void shouldAnswerMalformedJsonByContract() {
    expect(
        client.post("/api/v1/auth/login", "{\"username\":"),
        422,
        "{\"detail\":[{\"type\":\"json_invalid\",\"loc\":[\"body\"],"
            + "\"msg\":\"JSON decode error\",\"input\":null}]}");
    expect(
        client.post("/api/analysis/analyze", "[1]x"),
        422,
        "{\"success\":false,\"error\":\"Validation error\","
            + "\"detail\":\"body: JSON decode error\",\"code\":\"VALIDATION_ERROR\"}");
  }

  @Test
  void shouldRefuseJsonThatIsNoObject() {
    assertThat(client.post("/api/v1/auth/login", "[]").at("/detail/0/type"))
        .isEqualTo("model_attributes_type");
  }

  @Test
  void shouldRefuseOtherContentTypes() {
    Answer answer = client.post("/api/v1/auth/login", "{}", "Content-Type", "text/plain");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/type")).isEqualTo("json_type");
  }

  @Test
  void shouldRefuseAMissingBody() {
    Answer answer = client.post("/api/v1/auth/login", "");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.at("/detail/0/type")).isEqualTo("missing");
  }

  @Test
  void shouldRefuseOversizedBodiesByContract() {
    String oversized = "\"" + "x".repeat(1_000_000) + "\"";
    expect(client.post("/api/v1/auth/login", oversized), 413, "{\"detail\":\"Content Too Large\"}");
    expect(
        client.post("/api/analysis/analyze", oversized),
        413,
        envelope("Content Too Large", "HTTP_413"));
  }

  @Test
  void shouldAnswerAMalformedPathWithoutAPage() throws IOException {
    assertThat(raw("GET /api/v1/%zz HTTP/1.0\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ")
        .endsWith("{\"detail\":\"Bad Request\"}");
  }

  private String raw(String request) throws IOException {
    URI address = URI.create(server.baseUrl());
    try (Socket socket = new Socket(address.getHost(), address.getPort());
        OutputStream out = socket.getOutputStream()) {
      out.write(request.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void expect(Answer answer, int status, String body) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo(body);
    assertThat(answer.header("Content-Type")).contains("application/json");
    assertThat(answer.header("X-Cache")).isEmpty();
  }

  private static String envelope(String error, String code) {
    return "{\"success\":false,\"error\":\"%s\",\"detail\":null,\"code\":\"%s\"}"
        .formatted(error, code);
  }
}
