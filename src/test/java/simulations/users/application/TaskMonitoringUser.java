package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import java.util.List;
import loadgate.UserType;
import loadgate.target.Target;

/** Watches the task system: mostly its health, now and then its workers and its queue. */
public final class TaskMonitoringUser implements UserType {

  /** Calls every endpoint once: the first call also pays for loading its code. */
  @Override
  public void prepare(Target target) {
    target.getAll(
        List.of("/api/v1/tasks/health", "/api/v1/tasks/workers/stats", "/api/v1/tasks/active"));
  }

  @Override
  public ChainBuilder iterate() {
    return weighted(
        task(
            5,
            http("Tasks - Health")
                .get("/api/v1/tasks/health")
                .check(
                    status().is(200),
                    jsonPath("$.celery_available").exists(),
                    jsonPath("$.status").in("healthy", "degraded"))),
        task(
            1,
            http("Tasks - Worker Stats")
                .get("/api/v1/tasks/workers/stats")
                .check(status().is(200), workers("stats"), workers("ping"), workers("registered"))),
        task(
            1,
            http("Tasks - Active")
                .get("/api/v1/tasks/active")
                .check(
                    status().is(200),
                    jsonPath("$.active").exists(),
                    jsonPath("$.scheduled").exists(),
                    jsonPath("$.reserved").exists())));
  }

  /** The object has a key for each worker, and there is at least one. */
  private static CheckBuilder workers(String object) {
    return jmesPath("length(keys(" + object + "))").ofInt().gt(0).name(object + " has no worker");
  }
}
