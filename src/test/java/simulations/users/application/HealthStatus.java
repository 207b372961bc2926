package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;

import io.gatling.javaapi.core.CheckBuilder;

/** The field {@code status} of health answers. */
final class HealthStatus {

  private HealthStatus() {}

  /** A 200 that says {@code unhealthy} is a failure. */
  static CheckBuilder usable() {
    return jsonPath("$.status").in("healthy", "degraded");
  }
}
