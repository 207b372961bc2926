package proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.sun.net.httpserver.Headers;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a backend and spoils what the rules say. */
public final class Gateway implements AutoCloseable {

  /** What is spoiled; nothing by default. */
  public interface Rules {

    /** The status of an answer that never sees the backend. */
    default OptionalInt refusal(HttpExchange request) {
      return OptionalInt.empty();
    }

    /** What the backend is asked for instead. */
    default String forwarded(String path) {
      return path;
    }

    /** Changes what the backend answers. */
    default void change(Headers answer) {}

    /** Changes the status of what the backend answers to a request for that path. */
    default int status(String path, int status) {
      return status;
    }

    /** Changes the body of what the backend answers to a request for that path. */
    default String changed(String path, String body) {
      return body;
    }
  }

  private static final Set<String> HOP_BY_HOP =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "date");

  private final String backend;
  private final Rules rules;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService executor = Executors.newFixedThreadPool(16);
  private final HttpServer server;

  private Gateway(String backend, Rules rules) throws IOException {
    this.backend = backend;
    this.rules = rules;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  public static Gateway before(String backend, Rules rules) throws IOException {
    return new Gateway(backend, rules);
  }

  public String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      OptionalInt refusal = rules.refusal(exchange);
      if (refusal.isPresent()) {
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(refusal.getAsInt(), -1);
        return;
      }
      HttpResponse<byte[]> response = client.send(forwarded(exchange), ofBytes());
      response.headers().map().forEach(exchange.getResponseHeaders()::put);
      HOP_BY_HOP.forEach(exchange.getResponseHeaders()::remove);
      rules.change(exchange.getResponseHeaders());
      String path = exchange.getRequestURI().toString();
      byte[] body = changed(path, response.body());
      exchange.sendResponseHeaders(rules.status(path, response.statusCode()), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] changed(String path, byte[] body) {
    // Latin-1 keeps every byte as it is.
    return rules.changed(path, new String(body, ISO_8859_1)).getBytes(ISO_8859_1);
  }

  private static HttpResponse.BodyHandler<byte[]> ofBytes() {
    return HttpResponse.BodyHandlers.ofByteArray();
  }

  private HttpRequest forwarded(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = rules.forwarded(exchange.getRequestURI().toString());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(backend + path))
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
