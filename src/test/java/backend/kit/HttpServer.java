package backend.kit;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.json.JavalinJackson;
import io.javalin.router.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the endpoints of features on the loopback address. */
public final class HttpServer implements AutoCloseable {

  /** So many that requests which hash a password or wait for SQL do not block cheap ones. */
  private static final int MAX_THREADS = 64;

  /** A load test opens its connections all at once; the default of 50 would make clients retry. */
  private static final int ACCEPT_QUEUE = 1_024;

  private static final String LOOPBACK = "127.0.0.1";

  private final Map<String, Long> requests = new ConcurrentHashMap<>();
  private final ServerSocketChannel socket;
  private Javalin javalin;

  /**
   * Takes a port; 0 takes any free one.
   *
   * @throws InvalidSettingException if the port is taken
   */
  public HttpServer(int port) {
    // Before Javalin starts, which would log a failure beside the message.
    try {
      InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
      socket = ServerSocketChannel.open().bind(address, ACCEPT_QUEUE);
    } catch (IOException e) {
      throw new InvalidSettingException(
          "loadgate.backend.port: port %d of %s is in use, it takes another one or 0 for any"
              .formatted(port, LOOPBACK));
    }
  }

  /**
   * Starts to serve.
   *
   * @param formats how errors are written, by path, as in {@link Room#errorFormats}
   */
  public void serve(Faults faults, Map<String, ErrorFormat> formats, List<Feature> features) {
    javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.showOldJavalinVersionWarning = false;
              config.startup.startupWatcherEnabled = false;
              config.router.ignoreTrailingSlashes = false;
              config.http.prefer405over404 = true;
              config.http.maxRequestSize = 1_000_000L;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.http.defaultContentType = "application/json";
              config.jsonMapper(new JavalinJackson(Json.mapper(), false));
              config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, 8);
              config.jetty.addConnector(this::connector);
              config.jetty.modifyServer(
                  server -> {
                    if (!faults.latency().plus(faults.slowdown()).isZero()) {
                      server.setHandler(new Latency(faults.latency(), faults.slowdown()));
                    }
                  });
              Random draw = new Random(1);
              onEveryRequest(
                  config.routes,
                  ctx -> {
                    count(ctx);
                    if (draw.nextDouble() < faults.errorRate()) {
                      throw new ApiException(500, ErrorAnswers.INTERNAL);
                    }
                  });
              new ErrorAnswers(formats).addTo(config.routes);
              features.forEach(feature -> feature.addRoutes(config.routes));
            });
    javalin.start();
  }

  /** Before a matched endpoint, whose template is known then; after routing for unknown paths. */
  private static void onEveryRequest(RoutesConfig routes, Handler handler) {
    routes.beforeMatched(handler);
    routes.after(
        ctx -> {
          if (ctx.endpoints().matchedHttpEndpoint() == null) {
            handler.handle(ctx);
          }
        });
  }

  private void count(Context ctx) {
    Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
    String path = endpoint == null ? ctx.path() : endpoint.path;
    requests.merge(ctx.method().name() + " " + path, 1L, Long::sum);
  }

  private Connector connector(Server server, HttpConfiguration http) {
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(LOOPBACK);
    try {
      connector.open(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return connector;
  }

  public int port() {
    return javalin.port();
  }

  /** How many requests arrived so far, by method and path template or unknown path. */
  public Map<String, Long> requests() {
    return new TreeMap<>(requests);
  }

  /** Stops at once; requests in flight lose their connection. */
  @Override
  public void close() {
    ServerConnector connector = (ServerConnector) javalin.jettyServer().server().getConnectors()[0];
    // The listening socket first: a client that reconnects at once would be accepted and then
    // never be served.
    connector.close();
    connector.getConnectedEndPoints().forEach(EndPoint::close);
    javalin.stop();
  }
}
