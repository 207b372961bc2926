package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.UserType;
import loadgate.target.Target;

/** A monitoring system that asks for the health of every component. */
public final class HealthFullUser implements UserType {

  /** The first call of an endpoint also pays for its code being loaded. */
  @Override
  public void prepare(Target target) {
    target.getAll(List.of("/api/v1/health/"));
  }

  @Override
  public ChainBuilder iterate() {
    return exec(
        http("Health Check").get("/api/v1/health/").check(status().is(200), HealthStatus.usable()));
  }
}
