package proof;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Metrics of a target as Prometheus reads them, of which a test says what they tell: what a machine
 * really has to spare is no proof.
 */
public final class ToldResources implements AutoCloseable {

  private final HttpServer server;
  private final long start = System.nanoTime();

  private ToldResources(double cpuShare, double memoryMb, double growthMbPerSecond) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/metrics",
        exchange -> {
          double seconds = (System.nanoTime() - start) / 1e9;
          byte[] body =
              String.format(
                      Locale.ROOT,
                      "process_cpu_seconds_total %.3f%nprocess_resident_memory_bytes %.0f%n",
                      cpuShare * seconds,
                      1e6 * (memoryMb + growthMbPerSecond * seconds))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  /** A twentieth of a core, and 100 MB all the time. */
  public static ToldResources ofACalmTarget() {
    return new ToldResources(0.05, 100, 0);
  }

  /** All of a core, and memory that grows from 2,500 MB by 400 MB per second. */
  public static ToldResources ofABusyTarget() {
    return new ToldResources(1.2, 2_500, 400);
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/metrics";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
