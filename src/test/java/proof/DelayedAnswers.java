package proof;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A backend that answers after known delays and measures by its own clock how long it took. */
final class DelayedAnswers implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Map<KnownDelays, Queue<Double>> taken = new EnumMap<>(KnownDelays.class);

  DelayedAnswers() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange));
    for (KnownDelays delays : KnownDelays.values()) {
      Queue<Double> times = new ConcurrentLinkedQueue<>();
      AtomicInteger answers = new AtomicInteger();
      taken.put(delays, times);
      server.createContext(
          delays.path(),
          exchange -> {
            long start = System.nanoTime();
            waitUntil(start + TimeUnit.MILLISECONDS.toNanos(millisOfNext(delays, answers)));
            answer(exchange);
            times.add((System.nanoTime() - start) / 1e6);
          });
    }
    server.start();
  }

  private static long millisOfNext(KnownDelays delays, AtomicInteger answers) {
    return delays.millis(answers.getAndIncrement());
  }

  private static void waitUntil(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Milliseconds that the answers took. */
  double[] taken(KnownDelays delays) {
    return taken.get(delays).stream().mapToDouble(Double::doubleValue).toArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
