package loadgate.target;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TargetTest {

  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    executor.shutdownNow();
  }

  @Test
  void shouldGetBelowTheBaseUrl() {
    serve("/base/health", exchange -> answer(exchange, 200, "ok"));

    Answer answer = target(URI.create(baseUrl() + "/base"), AMPLE).get("/health");

    assertThat(answer)
        .extracting(Answer::request, Answer::status, Answer::body)
        .containsExactly("GET /health", 200, "ok");
  }

  @Test
  void shouldPostJsonWithItsCookies() {
    serve(
        "/echo",
        exchange ->
            answer(
                exchange,
                201,
                exchange.getRequestMethod()
                    + " "
                    + exchange.getRequestHeaders().getFirst("Content-Type")
                    + " "
                    + exchange.getRequestHeaders().getFirst("Cookie")
                    + " "
                    + new String(exchange.getRequestBody().readAllBytes(), UTF_8)));

    Answer answer = target().header("Cookie", "x=1; y=2").post("/echo", "{\"a\":1}");

    assertThat(answer)
        .extracting(Answer::request, Answer::status, Answer::body)
        .containsExactly("POST /echo", 201, "POST application/json x=1; y=2 {\"a\":1}");
  }

  @Test
  void shouldHandBackTheCookiesThatAreSet() {
    serve(
        "/login",
        exchange -> {
          exchange.getResponseHeaders().add("Set-Cookie", "a=1; HttpOnly");
          exchange.getResponseHeaders().add("Set-Cookie", "b=2");
          answer(exchange, 200, "");
        });

    assertThat(target().get("/login").cookies()).containsExactly("a=1; HttpOnly", "b=2");
  }

  @Test
  void shouldNotFollowARedirect() {
    serve(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://elsewhere.example/");
          answer(exchange, 302, "");
        });

    assertThat(target().get("/").status()).isEqualTo(302);
  }

  @Test
  void shouldHandBackAnyStatusBelow500AtOnce() {
    AtomicInteger requests = serve("/", exchange -> answer(exchange, 404, "none"));

    assertThat(target().get("/").status()).isEqualTo(404);
    assertThat(requests).hasValue(1);
  }

  @Test
  void shouldTryAServerErrorAgain() {
    AtomicInteger answers = new AtomicInteger();
    serve("/", exchange -> answer(exchange, answers.incrementAndGet() < 3 ? 503 : 200, ""));

    assertThat(target().get("/").status()).isEqualTo(200);
    assertThat(answers).hasValue(3);
  }

  @Test
  void shouldHandBackAServerErrorThatStays() {
    AtomicInteger requests = serve("/", exchange -> answer(exchange, 500, "broken"));

    assertThat(target().get("/"))
        .extracting(Answer::request, Answer::status, Answer::body)
        .containsExactly("GET /", 500, "broken");
    assertThat(requests).hasValue(4);
  }

  @Test
  void shouldSayThatConnectionsAreRefused() throws IOException {
    URI closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> target(closed, AMPLE).get("/"))
        .withMessage(closed + " refuses connections; check that the backend runs there");
  }

  @Test
  void shouldSayThatTheHostIsUnknown() {
    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> target(URI.create("http://nowhere.invalid"), AMPLE).get("/"))
        .withMessage("http://nowhere.invalid has no address; check the host's name");
  }

  @Test
  void shouldSayThatTheAnswerIsNotHttp() throws IOException {
    try (ServerSocket socket = mailServer()) {
      URI notHttp = URI.create("http://127.0.0.1:" + socket.getLocalPort());

      assertThatExceptionOfType(TargetException.class)
          .isThrownBy(() -> target(notHttp, AMPLE).get("/"))
          .withMessageStartingWith(notHttp + " broke off GET / (")
          .withMessageEndingWith("); check that it speaks HTTP");
    }
  }

  @Test
  void shouldGiveUpWhenNoAnswerComes() {
    serve("/", exchange -> hold());

    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> target(baseUrl(), SHORT).get("/"))
        .withMessage(
            baseUrl() + " did not answer GET / within 1 s; check that it is up and not overloaded");
  }

  @Test
  void shouldGiveUpWhenTheAnswerNeverEnds() {
    serve(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          hold();
        });

    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> target(baseUrl(), SHORT).get("/"))
        .withMessage(
            baseUrl() + " did not answer GET / within 1 s; check that it is up and not overloaded");
  }

  @Test
  void shouldTryAgainOnlyWithinTheLimit() {
    AtomicInteger answers = new AtomicInteger();
    serve(
        "/",
        exchange -> {
          if (answers.incrementAndGet() > 1) {
            hold();
          }
          answer(exchange, 503, "");
        });

    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> target(baseUrl(), SHORT).get("/"))
        .withMessageContaining(" did not answer GET / within 1 s");
  }

  @Test
  void shouldSendNothingWhenTheLimitIsOver() {
    AtomicInteger requests = serve("/", exchange -> answer(exchange, 200, ""));
    Target target = target(baseUrl(), Duration.ofNanos(1));

    assertThatExceptionOfType(TargetException.class)
        .isThrownBy(() -> target.get("/"))
        .withMessageContaining(" did not answer GET / within 0 s");
    assertThat(requests).hasValue(0);
  }

  @Test
  void shouldGetAllInTheirOrderWhateverTheirStatus() {
    serve("/a", exchange -> answer(exchange, 200, "a"));
    serve("/b", exchange -> answer(exchange, 404, "b"));
    serve("/c", exchange -> answer(exchange, 200, "c"));

    assertThat(target().getAll(List.of("/a", "/b", "/c")))
        .extracting(Answer::status, Answer::body)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(200, "a"),
            org.assertj.core.groups.Tuple.tuple(404, "b"),
            org.assertj.core.groups.Tuple.tuple(200, "c"));
  }

  @Test
  void shouldGetAFewAtATime() {
    CountDownLatch both = new CountDownLatch(2);
    serve(
        "/",
        exchange -> {
          both.countDown();
          await(both);
          answer(exchange, 200, "");
        });

    assertThat(target().getAll(List.of("/1", "/2"))).hasSize(2);
  }

  @Test
  void shouldGetNothingForNoPaths() {
    assertThat(target().getAll(List.of())).isEmpty();
  }

  @Test
  void shouldFailWhenOneOfAllFails() {
    serve("/a", exchange -> answer(exchange, 200, "a"));
    serve("/b", exchange -> hold());

    assertThatThrownBy(() -> target(baseUrl(), SHORT).getAll(List.of("/a", "/b")))
        .isInstanceOf(TargetException.class)
        .hasMessageContaining("GET /b");
  }

  private Target target() {
    return target(baseUrl(), AMPLE);
  }

  private static Target target(URI baseUrl, Duration limit) {
    return new Target(baseUrl, false, limit);
  }

  private URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private AtomicInteger serve(String path, HttpHandler handler) {
    AtomicInteger requests = new AtomicInteger();
    server.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          handler.handle(exchange);
        });
    return requests;
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
    exchange.close();
  }

  /** Until the test is over. */
  private void hold() {
    await(end);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever is said to it, by one connection, it answers as a mail server. */
  private ServerSocket mailServer() throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    executor.submit(
        () -> {
          try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(10);
            socket.getOutputStream().write("220 smtp.example ESMTP\r\n".getBytes(UTF_8));
            socket.getInputStream().readAllBytes();
          }
          return null;
        });
    return server;
  }
}
