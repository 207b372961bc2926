package loadgate.metrics;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.header;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import loadgate.model.CacheHeader;

/**
 * Hits and misses of the target's cache, read from the answers. Only an answer with status 200 and
 * a cache marker counts as hit or miss; how many of those answers carry a marker is a rate of its
 * own, so that a missing header cannot pass for a good rate.
 */
public final class CacheMetrics {

  public static final Metric HIT = new Metric("cache-hit-rate", "Cache hit");
  public static final Metric MARKER = new Metric("cache-marker-rate", "Cache marker");

  private static final String HEADER = "gatling.loadgate.cacheHeader";
  private static final String VALUES = "loadgate.cacheHeaderValues";

  private CacheMetrics() {}

  /** Tells a user which header to read; one who is told none reads {@code X-Cache}. */
  public static Function<Session, Session> readFrom(CacheHeader header) {
    return session -> session.set(HEADER, header);
  }

  /** The request with its outcome recorded. */
  public static ChainBuilder recorded(HttpRequestActionBuilder request) {
    HttpRequestActionBuilder observed =
        request
            .checkIf((Response response, Session session) -> response.status().code() == 200)
            .then(
                header(session -> configured(session).headerName())
                    .findAll()
                    .withDefault(List.of())
                    .saveAs(VALUES));
    return exec(session -> session.remove(VALUES))
        .exec(observed)
        .exec(HIT.record(CacheMetrics::hit))
        .exec(MARKER.record(CacheMetrics::marker));
  }

  private static Optional<Metric.Sample> hit(Session session) {
    return outcome(session).map(outcome -> Metric.Sample.rate(outcome == CacheOutcome.HIT));
  }

  private static Optional<Metric.Sample> marker(Session session) {
    return session.contains(VALUES)
        ? Optional.of(Metric.Sample.rate(outcome(session).isPresent()))
        : Optional.empty();
  }

  /** Of the last request that was {@link #recorded}; nothing when its answer did not say. */
  public static Optional<CacheOutcome> outcome(Session session) {
    return session.contains(VALUES)
        ? CacheOutcome.of(configured(session), session.getList(VALUES))
        : Optional.empty();
  }

  private static CacheHeader configured(Session session) {
    return session.contains(HEADER) ? session.get(HEADER) : CacheHeader.X_CACHE;
  }
}
