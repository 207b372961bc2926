package loadgate.target;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
  private static final String CONTENT_TYPE = "Content-Type";

  private final URI baseUrl;
  private final HttpClient client;
  private final Duration limit;
  private final Instant deadline;
  private final Map<String, String> headers;

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
    this.headers = Map.of("Accept", "application/json", "User-Agent", "loadgate");
  }

  private Target(Target other, Map<String, String> headers) {
    this.baseUrl = other.baseUrl;
    this.client = other.client;
    this.limit = other.limit;
    this.deadline = other.deadline;
    this.headers = Map.copyOf(headers);
  }

  /** The same target, within the same time limit, whose requests carry one more header. */
  public Target header(String name, String value) {
    Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    all.put(name, value);
    return new Target(this, all);
  }

  /** As {@link #header}, with {@code Authorization: Bearer} and the token. */
  public Target token(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public Answer get(String path) {
    return send(request("GET", path, BodyPublishers.noBody()));
  }

  /** Sends JSON. */
  public Answer post(String path, String json) {
    return send("POST", path, json);
  }

  /** Sends a body by any method, as JSON unless a header says otherwise. */
  public Answer send(String method, String path, String body) {
    Target typed =
        headers.keySet().stream().anyMatch(CONTENT_TYPE::equalsIgnoreCase)
            ? this
            : header(CONTENT_TYPE, "application/json");
    return send(typed.request(method, path, BodyPublishers.ofString(body)));
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

  private HttpRequest request(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(baseUrl + path)).method(method, body);
    headers.forEach(request::header);
    return request.build();
  }

  private Answer send(HttpRequest request) {
    String path = request.uri().toString().substring(baseUrl.toString().length());
    String name = request.method() + " " + path;
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
            "%s did not answer %s within %s s; check that it is up and not overloaded",
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
