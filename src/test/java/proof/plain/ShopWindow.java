package proof.plain;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An API with pages, all the same, that may be broken. */
final class ShopWindow implements AutoCloseable {

  private static final long HEALTHY_NANOS = 2_000_000_000L;

  private final Trouble trouble;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger pages = new AtomicInteger();
  private volatile long firstNanos;

  ShopWindow(Trouble trouble) throws IOException {
    this.trouble = trouble;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, 200, "{}"));
    server.createContext("/page", this::page);
    server.createContext("/nowhere", exchange -> answer(exchange, 500, "{}"));
    server.createContext("/hang", exchange -> hang());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  int pages() {
    return pages.get();
  }

  private void page(HttpExchange exchange) throws IOException {
    int number = pages.incrementAndGet();
    if (number == 1) {
      firstNanos = System.nanoTime();
    }
    int visitor = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D", ""));
    switch (trouble) {
      case API_CLOSES_CONNECTIONS -> {
        if (number % 25 == 0) {
          throw new IOException("the connection is lost");
        }
        answer(exchange, 200, "{}");
      }
      case API_BREAKS_ITS_JSON -> answer(exchange, 200, "{\"items\": [1, 2");
      case API_REDIRECTS_ELSEWHERE -> {
        exchange.getResponseHeaders().add("Location", url().replace("127.0.0.1", "localhost"));
        answer(exchange, 303, "{}");
      }
      case API_HANGS_FOR_HALF -> {
        if (visitor % 2 == 1 && System.nanoTime() - firstNanos > HEALTHY_NANOS) {
          hang();
        }
        answer(exchange, 200, "{}");
      }
      case API_ANSWERS_NOBODY_ANY_MORE -> {
        if (System.nanoTime() - firstNanos > HEALTHY_NANOS) {
          hang();
        }
        answer(exchange, 200, "{}");
      }
      case API_REFUSES_ONE_USER -> answer(exchange, visitor == 3 ? 429 : 200, "{}");
      default -> answer(exchange, 200, "{}");
    }
  }

  private void hang() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
