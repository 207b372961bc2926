package benchmark;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.Optional;
import loadgate.UserType;
import loadgate.metrics.Metric;

/** The cheapest request that an answer is judged for, with more and more recorded beside it. */
final class PingUser implements UserType {

  private static final Metric ANSWERED = new Metric("answered-rate", "Answered");

  @Override
  public List<Metric> metrics() {
    return List.of(ANSWERED);
  }

  /** As without loadgate. */
  ChainBuilder plain() {
    return exec(ping());
  }

  ChainBuilder grouped() {
    return exec(ping());
  }

  /** One group and one metric sample per request. */
  @Override
  public ChainBuilder iterate() {
    return grouped()
        .exec(ANSWERED.record(session -> Optional.of(Metric.Sample.rate(!session.isFailed()))));
  }

  private HttpRequestActionBuilder ping() {
    return http("Ping")
        .get("/api/v1/health/ping")
        .check(status().is(200), jsonPath("$.message").is("pong"));
  }
}
