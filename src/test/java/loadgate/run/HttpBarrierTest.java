package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import loadgate.model.InjectorShare;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpBarrierTest {

  private HttpServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void shouldOpenWhenAllHaveAsked() throws Exception {
    server = BarrierServer.serve(loopback(), 3);
    HttpBarrier one = HttpBarrier.at(url(), new InjectorShare(1, 3));
    HttpBarrier two = HttpBarrier.at(url(), new InjectorShare(2, 3));
    assertThat(one.start()).isEmpty();
    assertThat(one.waitsFor()).isEqualTo("without injector [0,2]");
    assertThat(two.start()).isEmpty();

    Instant start = HttpBarrier.asking(url(), new InjectorShare(0, 3)).start().orElseThrow();
    assertThat(one.start()).contains(start);
    assertThat(two.start()).contains(start);
  }

  /** Half a minute more or less than an hour and a half is how long this test may take. */
  @Test
  void shouldMeasureTheClockOffset() throws Exception {
    server = answering("{\"now\": %d, \"start\": 1795305135123}");
    HttpBarrier barrier = HttpBarrier.at(url(), new InjectorShare(1, 3));

    assertThat(barrier.clockOffsetMillis()).isEmpty();
    assertThat(barrier.start()).contains(Instant.ofEpochMilli(1_795_305_135_123L));
    assertThat(barrier.clockOffsetMillis().orElseThrow()).isBetween(-5_430_000L, -5_370_000L);
  }

  @Test
  void shouldWaitWhileNobodyAnswers() throws Exception {
    server = BarrierServer.serve(loopback(), 3);
    HttpBarrier barrier = HttpBarrier.at(url(), new InjectorShare(1, 3));
    server.stop(0);

    assertThat(barrier.start()).isEmpty();
    assertThat(barrier.waitsFor()).isEqualTo("nobody answers");
  }

  @Test
  void shouldRefuseAnInjectorOfAnotherCount() throws Exception {
    server = BarrierServer.serve(loopback(), 3);
    HttpBarrier barrier = HttpBarrier.at(url(), new InjectorShare(1, 4));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(barrier::start)
        .withMessage(url() + "?1/4 answers 400: this run has 3 injectors");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "http://host", "http://host:80/?a=b", "http://a b:80"})
  void shouldRefuseWhatIsNoUrlOfABarrier(String place) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> HttpBarrier.at(place, new InjectorShare(1, 2)))
        .withMessage(
            "\"%s\" is not allowed; allowed is http://host:port[/path] or a folder"
                .formatted(place));
  }

  private static HttpServer answering(String text) throws IOException {
    HttpServer server = HttpServer.create(loopback(), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body =
              text.formatted(System.currentTimeMillis() + 5_400_000)
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/run-7";
  }
}
