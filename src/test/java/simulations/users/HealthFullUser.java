package simulations.users;

import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import loadgate.UserType;

/** A monitoring system that asks for the health of every component. */
public final class HealthFullUser implements UserType {

  @Override
  public ChainBuilder iterate() {
    return request(
        get("Health Check", "/api/v1/health/").check(status().is(200), HealthStatus.usable()));
  }
}
