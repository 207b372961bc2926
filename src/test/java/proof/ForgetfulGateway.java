package proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** Stands before a backend and refuses some requests with an access token, as if it had expired. */
final class ForgetfulGateway implements AutoCloseable {

  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "date");

  private final String backend;
  private final Predicate<String> refuses;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService executor = Executors.newFixedThreadPool(16);
  private final HttpServer server;

  private ForgetfulGateway(String backend, Predicate<String> refuses) throws IOException {
    this.backend = backend;
    this.refuses = refuses;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  /** Each access token is refused when it is first used, and good from then on. */
  static ForgetfulGateway refusingOnce(String backend) throws IOException {
    return new ForgetfulGateway(backend, ConcurrentHashMap.<String>newKeySet()::add);
  }

  /** No access token is ever good. */
  static ForgetfulGateway refusingAlways(String backend) throws IOException {
    return new ForgetfulGateway(backend, token -> true);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (authorization != null && refuses.test(authorization)) {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      HttpResponse<byte[]> response = client.send(forwarded(exchange), ofBytes());
      response.headers().map().forEach(exchange.getResponseHeaders()::put);
      HOP_BY_HOP.forEach(exchange.getResponseHeaders()::remove);
      exchange.sendResponseHeaders(response.statusCode(), response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse.BodyHandler<byte[]> ofBytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }

  private HttpRequest forwarded(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(backend + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
