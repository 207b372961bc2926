package orders;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.CoreDsl;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpDsl;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import loadgate.Gated;
import loadgate.metrics.CacheMetrics;

/** A simulation as a team had it, with three lines more. */
public class CheckoutSimulation extends Simulation {

  private final Gated gated = Gated.of(this);

  private final HttpProtocolBuilder http =
      HttpDsl.http.baseUrl(System.getProperty("baseUrl")).disableCaching();

  private final ScenarioBuilder clerks =
      scenario("Clerks")
          .exec(
              HttpDsl.http("Log in")
                  .post("/login")
                  .asJson()
                  .body(StringBody(user -> "{\"username\": \"user-%d\"}".formatted(user.userId())))
                  .check(status().is(200), jsonPath("$.token").saveAs("token")))
          .exitHereIfFailed()
          .repeat(6)
          .on(
              group("Checkout")
                  .on(
                      CacheMetrics.recorded(
                          HttpDsl.http("Open orders")
                              .get("/orders")
                              .header("Authorization", "Bearer #{token}")
                              .check(status().is(200))))
                  .pause(Duration.ofSeconds(1)));

  {
    setUp(clerks.injectOpen(rampUsers(12).during(6)))
        .protocols(http)
        .assertions(gated.assertions(CoreDsl.forAll().failedRequests().count().lt(30L)));
  }

  @Override
  public void after() {
    gated.close();
  }
}
