package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.Metric;
import loadgate.metrics.ServerTimings;
import loadgate.model.Unit;

/** Requests recorded with what their answers say of the cache, the database and the model. */
final class Recorded {

  private static final Metric DATABASE_TIME =
      Metric.values("database-time", "Database time", Unit.MILLISECONDS);
  private static final Metric INFERENCE_TIME =
      Metric.values("inference-time", "Inference time", Unit.MILLISECONDS);

  static final List<Metric> METRICS =
      List.of(CacheMetrics.HIT, CacheMetrics.MARKER, DATABASE_TIME, INFERENCE_TIME);

  /** Anything slower counts as failed. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final String STATUS = "status";

  private Recorded() {}

  /** A request whose answer may come from the cache. */
  static ChainBuilder cached(HttpRequestActionBuilder request) {
    return cachedWithAnyStatus(request.check(status().is(200)).check(EnvelopeChecks.SUCCESS));
  }

  /** As {@link #cached}, but a target need not know every stock: a 404 is counted, not failed. */
  static ChainBuilder cachedIfFound(String name, String path, CheckBuilder... checks) {
    return exec(session -> session.remove(STATUS))
        .exec(
            cachedWithAnyStatus(
                http(name)
                    .get(path)
                    .check(status().in(200, 404).saveAs(STATUS))
                    .checkIf((Response answer, Session s) -> answer.status().code() == 200)
                    .then(EnvelopeChecks.SUCCESS)
                    .checkIf((Response answer, Session s) -> answer.status().code() == 200)
                    .then(checks)
                    .checkIf((Response answer, Session s) -> answer.status().code() == 404)
                    .then(EnvelopeChecks.ERROR)))
        .exec(notFound(name).record(Recorded::countNotFound));
  }

  /** A request whose answer a model computes. */
  static ChainBuilder inferred(HttpRequestActionBuilder request) {
    return timed(
            exec(
                request
                    .requestTimeout(TIMEOUT)
                    .check(status().is(200), ServerTimings.saved())
                    .check(EnvelopeChecks.SUCCESS)))
        .exec(INFERENCE_TIME.record(ServerTimings.entry("ml")));
  }

  private static ChainBuilder cachedWithAnyStatus(HttpRequestActionBuilder request) {
    return timed(
        CacheMetrics.recorded(request.requestTimeout(TIMEOUT).check(ServerTimings.saved())));
  }

  private static ChainBuilder timed(ChainBuilder request) {
    return exec(ServerTimings::forget)
        .exec(request)
        .exec(DATABASE_TIME.record(ServerTimings.entry("db")));
  }

  /** Counts the answers 404 to a request of that name. */
  static Metric notFound(String requestName) {
    return new Metric("404 " + requestName, "404 " + requestName);
  }

  private static Optional<Metric.Sample> countNotFound(Session session) {
    if (!session.contains(STATUS)) {
      return Optional.empty();
    }
    return Optional.of(
        session.getInt(STATUS) == 404 ? Metric.Sample.occurrence() : Metric.Sample.none());
  }
}
