package proof.orders;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A team's own backend, small: clerks log in and place orders.
 *
 * <p>{@code POST /login?clerk=N} gives a token, {@code POST /orders} with it gives an order's id,
 * {@code GET /orders/ID} the order.
 */
final class OrdersApi implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger orders = new AtomicInteger();
  private final Set<String> lockedOut = ConcurrentHashMap.newKeySet();
  private final Set<Integer> lost = ConcurrentHashMap.newKeySet();

  private volatile int timesTold = Integer.MAX_VALUE;

  OrdersApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/login", this::login);
    server.createContext("/orders", this::order);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** How many requests came so far. */
  int requests() {
    return requests.get();
  }

  /** This clerk gets 503 at every login. */
  OrdersApi lockOut(int clerk) {
    lockedOut.add("clerk=" + clerk);
    return this;
  }

  /** Only the first answers say how long the order took to store. */
  OrdersApi tellTimes(int answers) {
    timesTold = answers;
    return this;
  }

  /** These orders, counted from 1, are answered 500. */
  OrdersApi lose(int... numbers) {
    for (int number : numbers) {
      lost.add(number);
    }
    return this;
  }

  private void login(HttpExchange exchange) throws IOException {
    String clerk = exchange.getRequestURI().getQuery();
    if (lockedOut.contains(clerk)) {
      answer(exchange, 503, "{}");
    } else {
      answer(exchange, 200, "{\"token\": \"token of " + clerk + "\"}");
    }
  }

  private void order(HttpExchange exchange) throws IOException {
    if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
      answer(exchange, 401, "{}");
    } else if (exchange.getRequestMethod().equals("POST")) {
      int number = orders.incrementAndGet();
      if (number <= timesTold) {
        exchange.getResponseHeaders().add("Server-Timing", "db;dur=3");
      }
      answer(exchange, lost.contains(number) ? 500 : 201, "{\"id\": " + number + "}");
    } else {
      answer(exchange, 200, "{\"state\": \"placed\"}");
    }
  }

  private void answer(HttpExchange exchange, int status, String json) throws IOException {
    requests.incrementAndGet();
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
