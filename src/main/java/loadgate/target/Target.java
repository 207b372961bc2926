package loadgate.target;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends single, unrecorded requests to the backend before and after the load, all of them within
 * one time limit. A server error is tried again, because one bad answer among many is what the
 * gates are for.
 */
public final class Target {

  private static final int ATTEMPTS = 4;
  private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
  private static final int PARALLEL = 8;

  private final URI baseUrl;
  private final HttpClient client;
  private final Duration limit;
  private final Instant deadline;

  /**
   * @param trustAnyCertificate whether certificates and host names go unverified
   * @param limit from now on, for all requests together
   */
  public Target(URI baseUrl, boolean trustAnyCertificate, Duration limit) {
    this.baseUrl = baseUrl;
    this.limit = limit;
    this.deadline = Instant.now().plus(limit);
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(limit);
    this.client =
        trustAnyCertificate
            ? builder.sslContext(AnyCertificate.context()).build()
            : builder.build();
  }

  public Answer get(String path) {
    return send("GET " + path, request(path).GET().build());
  }

  /** Sends JSON, with a cookie of the form {@code name=value} or several. */
  public Answer post(String path, String json, String... cookies) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json));
    if (cookies.length > 0) {
      request.header("Cookie", String.join("; ", cookies));
    }
    return send("POST " + path, request.build());
  }

  /** Gets all of them, a few at a time, whatever their status. */
  public List<Answer> getAll(List<String> paths) {
    ExecutorService executor = Executors.newFixedThreadPool(PARALLEL);
    try {
      List<Future<Answer>> answers =
          paths.stream().map(path -> executor.submit(() -> get(path))).toList();
      return answers.stream().map(Target::join).toList();
    } finally {
      executor.shutdownNow();
    }
  }

  private static Answer join(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TargetException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .header("Accept", "application/json")
        .header("User-Agent", "loadgate");
  }

  private Answer send(String name, HttpRequest request) {
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = exchange(name, request);
      if (response.statusCode() < 500 || attempt == ATTEMPTS) {
        return new Answer(name, response.statusCode(), response.body(), response.headers());
      }
      pause();
    }
  }

  private HttpResponse<String> exchange(String name, HttpRequest request) {
    long left = Duration.between(Instant.now(), deadline).toMillis();
    if (left <= 0) {
      throw late(name);
    }
    CompletableFuture<HttpResponse<String>> response =
        client.sendAsync(request, BodyHandlers.ofString());
    try {
      // A timeout of the request itself would end with the headers and let a body drip for ever.
      return response.get(left, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(name, e.getCause());
    } catch (TimeoutException e) {
      response.cancel(true);
      throw late(name);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private TargetException failure(String name, Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return late(name);
    }
    if (cause instanceof ConnectException
        && cause.getCause() instanceof UnresolvedAddressException) {
      return new TargetException(baseUrl + " has no address; check the host's name");
    }
    if (cause instanceof ConnectException) {
      return new TargetException(
          baseUrl + " refuses connections; check that the backend runs there");
    }
    if (cause instanceof SSLHandshakeException) {
      return new TargetException(
          baseUrl
              + " has a certificate that is not trusted ("
              + cause.getMessage()
              + "); for a test environment with its own certificates set"
              + " -Dloadgate.target.trust-any-certificate=true");
    }
    if (cause instanceof SSLException) {
      return new TargetException(baseUrl + " does not speak TLS; check http or https in the URL");
    }
    return new TargetException(
        baseUrl + " broke off " + name + " (" + cause + "); check that it speaks HTTP");
  }

  private TargetException late(String name) {
    return new TargetException(
        String.format(
            "%s did not answer %s within %d s; check that it is up and not overloaded",
            baseUrl, name, limit.toSeconds()));
  }

  private static void pause() {
    try {
      Thread.sleep(RETRY_PAUSE.toMillis());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static IllegalStateException interrupted() {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted");
  }
}
