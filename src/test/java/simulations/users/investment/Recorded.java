package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.CacheOutcome;
import loadgate.metrics.Metric;
import loadgate.metrics.ServerTimings;
import loadgate.model.Unit;

/**
 * Requests recorded with whether they found what they asked for, and with what their answers say of
 * the cache, the database and the model.
 */
final class Recorded {

  private static final Metric DATABASE_TIME =
      Metric.values("database-time", "Database time", Unit.MILLISECONDS);
  private static final Metric INFERENCE_TIME =
      Metric.values("inference-time", "Inference time", Unit.MILLISECONDS);

  private static final Metric FOUND = new Metric("found-rate", "Found");

  static final List<Metric> METRICS =
      List.of(CacheMetrics.HIT, CacheMetrics.MARKER, FOUND, DATABASE_TIME, INFERENCE_TIME);

  /** Anything slower counts as failed. */
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final String STATUS = "status";
  private static final String ENTRIES = "entries";

  private Recorded() {}

  /** A request whose answer may come from the cache. */
  static ChainBuilder cached(HttpRequestActionBuilder request) {
    return cachedWithAnyStatus(request.check(status().is(200)).check(EnvelopeChecks.SUCCESS));
  }

  /** As {@link #cached}, for a list that may be {@link #counted} to be empty: that is a miss. */
  static ChainBuilder cachedSearch(HttpRequestActionBuilder request) {
    return exec(session -> session.remove(ENTRIES))
        .exec(rated(FOUND, cached(request), Recorded::hasEntries));
  }

  /**
   * As {@link #cached}, but a target need not know every stock: a 404 is a miss, and counted by
   * name, but not failed.
   */
  static ChainBuilder cachedIfFound(String name, String path, CheckBuilder... checks) {
    return exec(session -> session.removeAll(STATUS, ENTRIES))
        .exec(
            rated(
                FOUND,
                cachedWithAnyStatus(
                    http(name)
                        .get(path)
                        .check(status().in(200, 404).saveAs(STATUS))
                        .checkIf((Response answer, Session s) -> answer.status().code() == 200)
                        .then(EnvelopeChecks.SUCCESS)
                        .checkIf((Response answer, Session s) -> answer.status().code() == 200)
                        .then(checks)
                        .checkIf((Response answer, Session s) -> answer.status().code() == 404)
                        .then(EnvelopeChecks.ERROR)),
                session -> session.getInt(STATUS) == 200 && hasEntries(session)))
        .exec(notFound(name).record(Recorded::countNotFound));
  }

  /** Counts the entries of the list at a JMESPath; to be added to a request. */
  static CheckBuilder counted(String path) {
    return jmesPath("length(" + path + ")").ofInt().saveAs(ENTRIES);
  }

  private static boolean hasEntries(Session session) {
    return !session.contains(ENTRIES) || session.getInt(ENTRIES) > 0;
  }

  /** A request whose answer a model computes. */
  static ChainBuilder inferred(HttpRequestActionBuilder request) {
    return exec(ServerTimings::forget)
        .exec(
            request
                .requestTimeout(TIMEOUT)
                .check(status().is(200), ServerTimings.saved())
                .check(EnvelopeChecks.SUCCESS))
        .exec(DATABASE_TIME.record(ServerTimings.entry("db")))
        .exec(INFERENCE_TIME.record(ServerTimings.entry("ml")));
  }

  /** An answer from the cache has no time of the database to tell. */
  private static ChainBuilder cachedWithAnyStatus(HttpRequestActionBuilder request) {
    return exec(ServerTimings::forget)
        .exec(CacheMetrics.recorded(request.requestTimeout(TIMEOUT).check(ServerTimings.saved())))
        .doIf(Recorded::askedTheDatabase)
        .then(DATABASE_TIME.record(ServerTimings.entry("db")));
  }

  private static boolean askedTheDatabase(Session session) {
    return session.isFailed()
        || CacheMetrics.outcome(session).equals(Optional.of(CacheOutcome.MISS));
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
