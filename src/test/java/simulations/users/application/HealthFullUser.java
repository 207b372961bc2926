package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.UserType;
import loadgate.target.Target;

/** Asks for the health of every component, as a monitoring system does. */
public final class HealthFullUser implements UserType {

  /** Calls the endpoint once: the first call also pays for loading its code. */
  @Override
  public void prepare(Target target) {
    target.getAll(List.of("/api/v1/health/"));
  }

  @Override
  public ChainBuilder iterate() {
    return exec(
        http("Health Check")
            .get("/api/v1/health/")
            .check(status().is(200), jsonPath("$.status").in("healthy", "degraded")));
  }
}
