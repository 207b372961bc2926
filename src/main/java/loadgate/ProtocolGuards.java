package loadgate;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.function.UnaryOperator;
import loadgate.watch.LoadWatch;
import loadgate.watch.SentOnce;

/** What every HTTP request gets, whatever else its protocol says. */
final class ProtocolGuards {

  private ProtocolGuards() {}

  /**
   * Checks that an answer which says it is JSON is JSON, unless the simulation makes another one of
   * it before it is checked.
   *
   * @param repeatLostRequests whether a request may be sent again, unrecorded, when its connection
   *     closes before any answer
   */
  static UnaryOperator<HttpProtocolBuilder> of(boolean repeatLostRequests) {
    return protocol -> {
      HttpProtocolBuilder checked =
          protocol
              .checkIf(
                  (Response answer, Session session) ->
                      JsonChecks.saysJson(answer) && !LoadWatch.isAnswerTransformed())
              .then(JsonChecks.wellFormed());
      return repeatLostRequests ? checked : checked.sign(new SentOnce());
    };
  }
}
