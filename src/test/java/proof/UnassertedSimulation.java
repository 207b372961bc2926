package proof;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;
import loadgate.Gated;

/** Its own assertions take the place of the gates, as Gatling keeps only what it is told last. */
public class UnassertedSimulation extends Simulation {

  private final Gated gated = Gated.of(this);

  {
    setUp(scenario("Visitors").exec(http("Page").get("/")).injectOpen(atOnceUsers(1)))
        .protocols(http.baseUrl(System.getProperty("baseUrl")))
        .assertions(gated.assertions())
        .assertions(global().failedRequests().count().lt(100L));
  }

  @Override
  public void after() {
    gated.close();
  }
}
