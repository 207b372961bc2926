package proof.orders;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.metrics.Metric;

/** Clerks whose author forgot to record what they are gated by. */
public final class ForgetfulClerkSimulation extends GatedSimulation {

  public ForgetfulClerkSimulation() {
    super(new ForgetfulClerkUser());
  }

  /** Promises a rate of orders placed and never records it. */
  public static final class ForgetfulClerkUser implements UserType {

    @Override
    public List<Metric> metrics() {
      return List.of(new Metric("order-placed-rate", "Order placed"));
    }

    @Override
    public ChainBuilder iterate() {
      return exec(http("Ping").get("/").check(status().is(200)));
    }
  }
}
