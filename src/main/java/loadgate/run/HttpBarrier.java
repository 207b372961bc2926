package loadgate.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import loadgate.model.InjectorShare;

/**
 * A barrier at a URL, which {@link BarrierServer} tells what to answer. When the URL's host is an
 * address of the first injector's machine, that injector serves it.
 */
final class HttpBarrier implements CommonStart.Barrier {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final HttpRequest question;
  private String waitsFor = "nobody was asked";
  private long leastRoundTrip = Long.MAX_VALUE;
  private OptionalLong clockOffsetMillis = OptionalLong.empty();

  private HttpBarrier(URI url) {
    question = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
  }

  /**
   * @param place {@code http://host:port[/path]}
   * @throws IOException if it is no such URL, or an address that is this machine's and not free
   */
  static HttpBarrier at(String place, InjectorShare share) throws IOException {
    URI url = url(place);
    if (share.isFirst() && isOfThisMachine(url.getHost())) {
      try {
        BarrierServer.serve(new InetSocketAddress(url.getHost(), url.getPort()), share.count());
      } catch (IOException e) {
        throw new IOException("cannot be served at %s: %s".formatted(place, e.getMessage()), e);
      }
    }
    return asking(place, share);
  }

  /** The barrier that another process serves. */
  static HttpBarrier asking(String url, InjectorShare share) {
    return new HttpBarrier(URI.create(url + "?" + share));
  }

  private static URI url(String place) throws IOException {
    try {
      URI url = new URI(place);
      if (url.getHost() != null && url.getPort() > 0 && url.getQuery() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Falls through to the one message that says what is allowed.
    }
    throw new IOException(
        "\"%s\" is not allowed; allowed is http://host:port[/path] or a folder".formatted(place));
  }

  private static boolean isOfThisMachine(String host) {
    try {
      return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Optional<Instant> start() throws IOException, InterruptedException {
    long asked = System.currentTimeMillis();
    HttpResponse<String> answer;
    try {
      answer = client.send(question, BodyHandlers.ofString());
    } catch (IOException e) {
      // The first injector serves it when it has prepared the target.
      waitsFor = "nobody answers";
      return Optional.empty();
    }
    long roundTrip = System.currentTimeMillis() - asked;
    if (answer.statusCode() != 200) {
      throw new IOException(
          "%s answers %s: %s".formatted(question.uri(), answer.statusCode(), answer.body()));
    }
    JsonNode told = JSON.readTree(answer.body());
    if (roundTrip < leastRoundTrip) {
      leastRoundTrip = roundTrip;
      clockOffsetMillis = OptionalLong.of(asked + roundTrip / 2 - told.path("now").asLong());
    }
    waitsFor = "without injector " + told.path("missing");
    return told.path("start").isNumber()
        ? Optional.of(Instant.ofEpochMilli(told.path("start").asLong()))
        : Optional.empty();
  }

  @Override
  public String waitsFor() {
    return waitsFor;
  }

  /** Taken from the answer that came fastest, as if it was written in the middle of its way. */
  @Override
  public OptionalLong clockOffsetMillis() {
    return clockOffsetMillis;
  }
}
