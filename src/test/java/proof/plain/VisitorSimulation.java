package proof.plain;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHere;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.rendezVous;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.stopLoadGenerator;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;
import static io.gatling.javaapi.http.HttpDsl.ws;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gatling.http.response.ByteArrayResponseBody;
import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import loadgate.Gated;

/**
 * Visitors as a team without loadgate would have written them: each looks at pages for 6 seconds.
 * The load ends after 8 seconds, whoever is there.
 */
public class VisitorSimulation extends Simulation {

  private static final int VISITORS = 10;

  private final Gated gated = Gated.of(this);

  private final String baseUrl = System.getProperty("shop");

  private final ChainBuilder page =
      exec(
          http("Page")
              .post("/page?visitor=#{visitor}")
              .body(StringBody("{}"))
              .check(status().is(200)));

  {
    var visitors =
        scenario("Visitors")
            .exec(session -> session.set("visitor", session.userId()))
            .exec(
                CoreDsl.during(Duration.ofSeconds(6))
                    .on(page, trouble(), pause(Duration.ofMillis(200))));
    setUp(visitors.injectOpen(rampUsers(VISITORS).during(1)))
        .protocols(
            http.baseUrl(baseUrl).wsBaseUrl(baseUrl.replace("http:", "ws:")).disableCaching())
        .maxDuration(8)
        .assertions(gated.assertions());
  }

  private static ChainBuilder trouble() {
    return switch (Trouble.valueOf(System.getProperty("trouble"))) {
      case FUNCTION_THROWS ->
          exec(
              session -> {
                throw new IllegalStateException("no cart");
              });
      case CONDITION_THROWS ->
          CoreDsl.doIf(
                  session -> {
                    throw new IllegalStateException("no cart");
                  })
              .then(other());
      case ATTRIBUTE_IS_MISSING -> CoreDsl.doIf("#{isMember}").then(other());
      case LEAVES_EARLY -> exitHere();
      case WAITS_FOR_OTHERS_FOR_EVER -> rendezVous(VISITORS + 1);
      case PAUSES_FOR_AN_HOUR -> pause(Duration.ofHours(1));
      case LOOPS_WITHOUT_REQUESTS ->
          asLongAsDuring(session -> true, Duration.ofHours(1)).on(pause(Duration.ofMillis(50)));
      case STOPS_THE_LOAD -> stopLoadGenerator("enough");
      case SILENT_REQUEST_FAILS -> exec(http("Beacon").get("/nowhere").silent());
      case EVENT_STREAM_IS_NOT_ANSWERED -> exec(sse("Events").get("/hang"));
      case WEB_SOCKET_IS_NOT_ANSWERED -> exec(ws("Chat").connect("/hang"));
      case ANSWER_IS_TRANSFORMED ->
          exec(
              http("Text")
                  .get("/text")
                  .transformResponse(
                      (answer, session) ->
                          new Response(
                              answer.request(),
                              answer.startTimestamp(),
                              answer.endTimestamp(),
                              answer.status(),
                              answer.headers(),
                              new ByteArrayResponseBody("it is text".getBytes(UTF_8), UTF_8),
                              answer.checksums(),
                              answer.isHttp2()))
                  .check(CoreDsl.bodyString().is("it is text")));
      default -> exec(session -> session);
    };
  }

  private static ChainBuilder other() {
    return exec(http("Other page").get("/page?visitor=0"));
  }

  @Override
  public void after() {
    gated.close();
  }
}
