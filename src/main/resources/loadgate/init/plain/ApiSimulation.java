package simulations;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import loadgate.Gated;

/** A Gatling simulation as you know it, with the gates of gatling.conf. */
public final class ApiSimulation extends Simulation {

  private final Gated gated = Gated.of(this);

  // Without a cache of the client's own, which would answer in place of the API.
  private final HttpProtocolBuilder protocol =
      http.baseUrl(System.getProperty("loadgate.target.base-url", "@baseUrl@")).disableCaching();

  private final ScenarioBuilder visitors =
      scenario("Visitors")
          .repeat(4)
          .on(
              feed(csv("feeders/pages.csv").circular())
                  .exec(
                      http("Page")
                          .get("#{page}")
                          // Some APIs answer an error with 200. Better still: check for what has to
                          // be there.
                          .check(status().is(200), substring("\"error\"").notExists()))
                  .pause(Duration.ofSeconds(1)));

  {
    setUp(visitors.injectOpen(rampUsers(20).during(15)))
        .protocols(protocol)
        .assertions(gated.assertions());
  }

  @Override
  public void after() {
    gated.close();
  }
}
