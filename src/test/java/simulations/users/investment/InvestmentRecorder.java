package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.Optional;
import loadgate.UserType;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.Metric;
import loadgate.metrics.ServerTimings;
import loadgate.model.Unit;

/** Records requests of the investment API with what their answers tell beside the data. */
final class InvestmentRecorder {

  private static final Metric DATABASE =
      Metric.values("database-time", "Database time", Unit.MILLISECONDS);
  private static final Metric INFERENCE =
      Metric.values("inference-time", "Inference time", Unit.MILLISECONDS);

  /** What every request may be recorded with. */
  static final List<Metric> METRICS =
      List.of(CacheMetrics.HIT, CacheMetrics.MARKER, DATABASE, INFERENCE);

  private static final String STATUS = "status";

  private final UserType userType;

  InvestmentRecorder(UserType userType) {
    this.userType = userType;
  }

  /** A request whose answer may come from the cache. */
  ChainBuilder cached(HttpRequestActionBuilder request) {
    return cachedWithAnyStatus(request.check(status().is(200)));
  }

  /** A target need not know every stock; then its 404 must look as agreed, and is counted. */
  ChainBuilder tolerant(Metric notFound, HttpRequestActionBuilder request, CheckBuilder check) {
    HttpRequestActionBuilder tolerated =
        request
            .check(status().in(200, 404).saveAs(STATUS))
            .checkIf((Response response, Session session) -> response.status().code() == 200)
            .then(check)
            .checkIf((Response response, Session session) -> response.status().code() == 404)
            .then(InvestmentAnswer.error());
    return exec(session -> session.remove(STATUS))
        .exec(cachedWithAnyStatus(tolerated))
        .exec(notFound.record(InvestmentRecorder::countNotFound));
  }

  /** A request whose answer a model has computed. */
  ChainBuilder inferred(HttpRequestActionBuilder request) {
    return timed(exec(request.check(status().is(200)).check(ServerTimings.saved())))
        .exec(INFERENCE.record(ServerTimings.entry("ml")));
  }

  private ChainBuilder cachedWithAnyStatus(HttpRequestActionBuilder request) {
    return timed(CacheMetrics.recorded(request.check(ServerTimings.saved())));
  }

  private ChainBuilder timed(ChainBuilder request) {
    return exec(ServerTimings::forget)
        .exec(request)
        .exec(DATABASE.record(ServerTimings.entry("db")));
  }

  /** A metric that counts the answers 404 to a request of that name. */
  static Metric notFound(String requestName) {
    return new Metric("404 " + requestName, "404 " + requestName);
  }

  private static Optional<Metric.Sample> countNotFound(Session session) {
    if (!session.contains(STATUS)) {
      return Optional.empty();
    }
    boolean found = session.getInt(STATUS) != 404;
    return Optional.of(found ? Metric.Sample.none() : Metric.Sample.occurrence());
  }
}
