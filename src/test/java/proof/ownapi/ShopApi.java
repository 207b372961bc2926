package proof.ownapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A foreign API with a login, which serves nothing at its base URL.
 *
 * <p>{@code POST /login} with a user name gives a token, {@code GET /orders} with it the orders,
 * from a cache; {@code POST /orders} makes one, {@code GET /orders/ID} finds it again.
 */
final class ShopApi implements AutoCloseable {

  /** What is wrong with it. */
  enum Fault {
    NONE,
    SLOW,
    FAILING,
    ONE_OF_FOUR_LOCKED_OUT,
    ALL_LOCKED_OUT,
    /** Says 200 and answers with an error. */
    ERRORS_IN_ANSWERS,
    NO_CACHE_HEADER
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Fault fault;

  ShopApi(Fault fault) throws IOException {
    this(HttpServer.create(), "http", fault);
  }

  /** One that speaks TLS. */
  static ShopApi withCertificate(SSLContext certificate) throws IOException {
    HttpsServer server = HttpsServer.create();
    server.setHttpsConfigurator(new HttpsConfigurator(certificate));
    return new ShopApi(server, "https", Fault.NONE);
  }

  private ShopApi(HttpServer server, String scheme, Fault fault) throws IOException {
    this.server = server;
    this.scheme = scheme;
    this.fault = fault;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 404, "{}"));
    server.createContext("/health", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/login", this::login);
    server.createContext("/logout", exchange -> answer(exchange, 204, ""));
    server.createContext("/orders", this::orders);
    server.start();
  }

  String url() {
    return scheme + "://127.0.0.1:" + server.getAddress().getPort();
  }

  private void login(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    int user = Integer.parseInt(body.replaceAll("(?s).*user-(\\d+).*", "$1"));
    if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      answer(exchange, 400, "{}");
    } else if (fault == Fault.ALL_LOCKED_OUT
        || fault == Fault.ONE_OF_FOUR_LOCKED_OUT && user % 4 == 0) {
      answer(exchange, 403, "{}");
    } else {
      answer(exchange, 200, "{\"token\": \"token of %d\"}".formatted(user));
    }
  }

  private void orders(HttpExchange exchange) throws IOException {
    if (fault == Fault.SLOW) {
      pause();
    }
    if (fault != Fault.NO_CACHE_HEADER) {
      exchange.getResponseHeaders().add("X-Cache", "HIT");
    }
    boolean known = exchange.getRequestHeaders().containsKey("Authorization");
    boolean isNew = exchange.getRequestMethod().equals("POST");
    int status = fault == Fault.FAILING ? 500 : known ? isNew ? 201 : 200 : 401;
    boolean errs = fault == Fault.ERRORS_IN_ANSWERS;
    answer(exchange, status, errs ? "{\"error\": 7}" : isNew ? "{\"id\": 7}" : "[]");
  }

  private static void pause() {
    try {
      Thread.sleep(2_500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
