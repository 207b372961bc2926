package proof;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.GatedSimulation;
import loadgate.UserType;

/** A team's own users, who create an order and look at it, both over one connection. */
public final class OrderSimulation extends GatedSimulation {

  public OrderSimulation() {
    super(new OrderUser());
  }

  /** Creates an order and looks at it. */
  public static final class OrderUser implements UserType {

    @Override
    public ChainBuilder iterate() {
      return exec(
          http("Create").post("/orders").body(StringBody("{}")).check(status().is(200)),
          http("Look").get("/orders/1").check(status().is(200)));
    }
  }

  /** A short run of these users with a limit on failures alone. */
  static SimulationRun run(RawServer server) {
    return SimulationRun.of(OrderSimulation.class)
        .with("baseUrl", server.baseUrl())
        .with("loadgate.profiles.light.weights.order", 1)
        .with("loadgate.user-types.order.think-time", "100ms")
        .load(4, 8);
  }
}
