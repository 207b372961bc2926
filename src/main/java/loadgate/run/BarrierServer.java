package loadgate.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A barrier that the first injector serves to all. Each asks {@code GET <path>?<index>/<count>}
 * again and again and is told {@code now} and {@code start}, in milliseconds since 1970, and who is
 * {@code missing}; {@code start} is null as long as one is. It serves until the process ends, for
 * those that come late.
 */
final class BarrierServer {

  /** How long the other injectors have to hear of the start. */
  private static final Duration NOTICE = Duration.ofSeconds(2);

  private static final JsonMapper JSON = new JsonMapper();

  private final int count;
  private final Set<Integer> missing = new TreeSet<>();
  private Instant start;

  private BarrierServer(int count) {
    this.count = count;
    IntStream.range(0, count).forEach(missing::add);
  }

  /**
   * @param count of the injectors
   * @return the one that serves
   * @throws IOException if the address is not free
   */
  static HttpServer serve(InetSocketAddress address, int count) throws IOException {
    BarrierServer barrier = new BarrierServer(count);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/", barrier::answer);
    server.start();
    return server;
  }

  /** Requests come one by one, in one thread. */
  private void answer(HttpExchange exchange) throws IOException {
    String share = String.valueOf(exchange.getRequestURI().getQuery());
    boolean known = share.matches("\\d{1,6}/" + count);
    if (known) {
      missing.remove(Integer.valueOf(share.substring(0, share.indexOf('/'))));
    }
    if (missing.isEmpty() && start == null) {
      start = Instant.now().plus(NOTICE);
    }
    ObjectNode told = JSON.createObjectNode().put("now", System.currentTimeMillis());
    told.put("start", start == null ? null : start.toEpochMilli());
    missing.forEach(told.putArray("missing")::add);
    byte[] body =
        (known ? told.toString() : "this run has " + count + " injectors")
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(known ? 200 : 400, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
