package proof.application;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import proof.Gateway;

/** A proxy of a backend that answers some requests with an access token by a 401. */
final class ForgetfulGateway implements AutoCloseable {

  private static final Pattern SUBJECT = Pattern.compile("\"sub\":\"([^\"]+)\"");

  private final Gateway gateway;

  private ForgetfulGateway(String backend, Predicate<String> refuses) throws IOException {
    gateway =
        Gateway.before(
            backend,
            new Gateway.Rules() {
              @Override
              public OptionalInt refusal(HttpExchange request) {
                String authorization = request.getRequestHeaders().getFirst("Authorization");
                return authorization != null && refuses.test(authorization)
                    ? OptionalInt.of(401)
                    : OptionalInt.empty();
              }
            });
  }

  /** Refuses the first, the third, … request with a token of each user. */
  static ForgetfulGateway refusingEveryOther(String backend) throws IOException {
    Map<String, Integer> requests = new ConcurrentHashMap<>();
    return new ForgetfulGateway(
        backend, token -> requests.merge(user(token), 1, Integer::sum) % 2 == 1);
  }

  private static String user(String authorization) {
    byte[] claims = Base64.getUrlDecoder().decode(authorization.split("\\.")[1]);
    Matcher subject = SUBJECT.matcher(new String(claims, StandardCharsets.UTF_8));
    return subject.find() ? subject.group(1) : "nobody";
  }

  /** Refuses every request with a token. */
  static ForgetfulGateway refusingAlways(String backend) throws IOException {
    return new ForgetfulGateway(backend, token -> true);
  }

  String baseUrl() {
    return gateway.baseUrl();
  }

  @Override
  public void close() {
    gateway.close();
  }
}
