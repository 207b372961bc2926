package proof.accounts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server whose event streams break: every other one is cut after its first frame, in the middle
 * of its body, and the rest never get an answer. Health checks are answered with 200 and a bad
 * status.
 */
final class BrokenStreams implements AutoCloseable {

  private static final String FRAME = "data: {\"type\":\"connection_established\"}\n\n";
  private static final String HEALTH = "{\"status\":\"degraded\"}";

  private final AtomicInteger streams = new AtomicInteger();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final ServerSocket socket;

  BrokenStreams() throws IOException {
    socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    executor.execute(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Number of requested streams. */
  int streams() {
    return streams.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        executor.execute(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      String request = head(client.getInputStream());
      if (request.isEmpty()) {
        return;
      }
      if (request.startsWith("GET ")) {
        answer(
            client.getOutputStream(),
            "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + HEALTH.length(),
            HEALTH);
      } else {
        if (streams.incrementAndGet() % 2 == 0) {
          // Until the client gives up.
          client.getInputStream().transferTo(OutputStream.nullOutputStream());
          return;
        }
        answer(
            client.getOutputStream(),
            "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked",
            Integer.toHexString(FRAME.length()) + "\r\n" + FRAME + "\r\n");
        // Time for the frame to arrive.
        Thread.sleep(100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Empty if the client closes the connection without a request. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static void answer(OutputStream out, String headers, String body) throws IOException {
    out.write(
        ("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    executor.shutdownNow();
  }
}
