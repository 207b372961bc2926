package proof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;

/** An HTTP server down to its sockets, so that it can lose connections as a network does. */
final class RawServer implements AutoCloseable {

  /** What becomes of a request that was read whole. */
  enum Fate {
    ANSWERED,
    /** The connection ends in the ordinary way, without an answer. */
    CLOSED,
    /** The connection is reset. */
    RESET
  }

  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final ReadWriteLock pauses = new ReentrantReadWriteLock();
  private final IntFunction<Fate> fates;
  private volatile Runnable before = () -> {};

  /** Answers every request. */
  RawServer() throws IOException {
    this(request -> Fate.ANSWERED);
  }

  /**
   * @param fates of the requests by their number, from 1 on, those to {@code /} left out
   */
  RawServer(IntFunction<Fate> fates) throws IOException {
    this.fates = fates;
    executor.execute(this::accept);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** What is done when a request has arrived, those to {@code /} left out. */
  void before(Runnable action) {
    before = action;
  }

  /** Answers nobody for that long. */
  void standStill(long millis) {
    pauses.writeLock().lock();
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      pauses.writeLock().unlock();
    }
  }

  /** How many requests arrived, those to {@code /} left out. */
  int requests() {
    return requests.get();
  }

  /** How many of them got no answer. */
  int lost() {
    return lost.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        executor.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      for (String request = read(in); request != null; request = read(in)) {
        Fate fate = Fate.ANSWERED;
        if (!request.contains(" / ")) {
          fate = fates.apply(requests.incrementAndGet());
          before.run();
        }
        if (fate != Fate.ANSWERED) {
          lost.incrementAndGet();
          connection.setSoLinger(fate == Fate.RESET, 0);
          return;
        }
        pauses.readLock().lock();
        try {
          connection.getOutputStream().write(ANSWER);
        } finally {
          pauses.readLock().unlock();
        }
      }
    } catch (IOException e) {
      // The other side has gone.
    }
  }

  /** The first line of a request, which is read with its body; null at the end. */
  private static String read(InputStream in) throws IOException {
    String first = line(in);
    int length = 0;
    for (String header = first; header != null && !header.isEmpty(); header = line(in)) {
      if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    in.readNBytes(length);
    return first;
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b == -1) {
        return null;
      }
      line.append((char) b);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    executor.shutdownNow();
  }
}
