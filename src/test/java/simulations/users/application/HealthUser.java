package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.firstOfAll;
import static loadgate.Chains.rated;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.List;
import java.util.Locale;
import loadgate.UserType;
import loadgate.metrics.Metric;
import loadgate.target.Target;

/** Checks, as a load balancer and an operator do, that the backend and its database are alive. */
public final class HealthUser implements UserType {

  private static final Metric DOCS_PRESENT = new Metric("docs-present-rate", "Docs present");
  private static final String STATUS = "status";

  @Override
  public List<Metric> metrics() {
    return List.of(DOCS_PRESENT);
  }

  /** Calls every endpoint once: the first call also pays for loading its code. */
  @Override
  public void prepare(Target target) {
    target.getAll(List.of("/api/v1/health/ping", "/", "/api/v1/health/database", "/docs"));
  }

  @Override
  public ChainBuilder iterate() {
    return firstOfAll(
        docs(),
        weighted(
            task(
                5,
                http("Ping")
                    .get("/api/v1/health/ping")
                    .check(status().is(200), jsonPath("$.message").is("pong"))),
            task(
                5,
                http("Root")
                    .get("/")
                    .check(
                        status().is(200),
                        jsonPath("$.message").exists(),
                        jsonPath("$.version").exists())),
            task(
                2,
                http("Database Health")
                    .get("/api/v1/health/database")
                    .check(status().is(200), jsonPath("$.status").in("healthy", "degraded"))),
            task(1, docs())));
  }

  /** A backend in production may hide its documentation: then its gate has to be set off. */
  private static ChainBuilder docs() {
    return rated(
        DOCS_PRESENT,
        http("Docs (Dev Only)")
            .get("/docs")
            .check(status().in(200, 404).saveAs(STATUS))
            .checkIf((Response response, Session session) -> response.status().code() == 200)
            .then(
                bodyString()
                    .transform(text -> text.toLowerCase(Locale.ROOT))
                    .transform(text -> text.contains("swagger") || text.contains("openapi"))
                    .is(true)
                    .name("page is not the API documentation")),
        session -> session.getInt(STATUS) == 200);
  }
}
