package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import loadgate.target.Target;
import loadgate.target.TargetException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreflightTest {

  private HttpServer server;
  private URI baseUrl;

  @BeforeEach
  void serveHealthAlone() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          boolean healthy = exchange.getRequestURI().getPath().equals("/healthz");
          exchange.sendResponseHeaders(healthy ? 204 : 404, -1);
          exchange.close();
        });
    server.start();
    baseUrl = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Optional<String> tryOut(Optional<String> path) {
    return new Preflight(path, baseUrl).tryOut(new Target(baseUrl, false, Duration.ofSeconds(20)));
  }

  @Test
  void shouldAcceptAnyAnswerToTheBaseUrlAndNameAWayToAskForMore() {
    assertThat(tryOut(Optional.empty()).orElseThrow())
        .startsWith("loadgate: GET " + baseUrl + "/ was answered 404")
        .endsWith("loadgate.preflight = \"/healthz\"");
  }

  @Test
  void shouldSayNothingOfAPathThatIsAnswered() {
    assertThat(tryOut(Optional.of("/healthz"))).isEmpty();
  }

  @Test
  void shouldRefuseATargetThatDoesNotServeThePath() {
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> tryOut(Optional.of("/ready")))
        .withMessage(
            baseUrl
                + "/ready was answered 404; loadgate.preflight names a path that is answered with"
                + " success");
  }
}
