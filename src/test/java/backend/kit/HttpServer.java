package backend.kit;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.json.JavalinJackson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnector;
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
  private static final long MAX_BODY_BYTES = 1_000_000;

  private final Javalin javalin;
  private final RequestCounts requests;

  private HttpServer(Javalin javalin, RequestCounts requests) {
    this.javalin = javalin;
    this.requests = requests;
  }

  /**
   * Starts to serve, with the latency and the errors that the settings ask for.
   *
   * @param formats how errors are written, by path; the last must cover every path
   * @throws InvalidSettingException if the port is taken
   */
  public static HttpServer start(
      BackendSettings settings, List<ErrorFormat> formats, List<Feature> features) {
    Faults faults = settings.faults();
    ServerSocketChannel socket = bind(settings.port());
    RequestCounts requests = new RequestCounts();
    Javalin javalin =
        Javalin.create(
            config -> {
              quieten(config);
              config.router.ignoreTrailingSlashes = false;
              config.http.prefer405over404 = true;
              config.http.maxRequestSize = MAX_BODY_BYTES;
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.http.defaultContentType = "application/json";
              config.jsonMapper(new JavalinJackson(Json.mapper(), false));
              config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, 8);
              config.jetty.addConnector((server, http) -> accepting(server, http, socket));
              config.jetty.modifyServer(
                  server -> {
                    if (!faults.latency().isZero()) {
                      server.setHandler(new Latency(faults.latency()));
                    }
                  });
              Random draw = new Random(1);
              onEveryRequest(
                  config.routes,
                  ctx -> {
                    requests.count(ctx);
                    if (draw.nextDouble() < faults.errorRate()) {
                      throw ApiException.serverError(ErrorAnswers.INTERNAL);
                    }
                  });
              new ErrorAnswers(formats).addTo(config.routes);
              features.forEach(feature -> feature.addRoutes(config.routes));
            });
    return new HttpServer(javalin.start(), requests);
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

  private static void quieten(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  /** Before Javalin starts, which would log a failure beside the message. */
  private static ServerSocketChannel bind(int port) {
    try {
      InetSocketAddress address = new InetSocketAddress(LOOPBACK, port);
      return ServerSocketChannel.open().bind(address, ACCEPT_QUEUE);
    } catch (IOException e) {
      throw new InvalidSettingException(
          "loadgate.backend.port: port %d of %s is in use, it takes another one or 0 for any"
              .formatted(port, LOOPBACK));
    }
  }

  private static Connector accepting(
      Server server, HttpConfiguration http, ServerSocketChannel socket) {
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
    return requests.snapshot();
  }

  /** Stops at once; requests in flight lose their connection. */
  @Override
  public void close() {
    for (Connector connector : javalin.jettyServer().server().getConnectors()) {
      // The listening socket first: a client that reconnects at once would be accepted and then
      // never be served.
      if (connector instanceof NetworkConnector listening) {
        listening.close();
      }
      connector.getConnectedEndPoints().forEach(EndPoint::close);
    }
    javalin.stop();
  }
}
