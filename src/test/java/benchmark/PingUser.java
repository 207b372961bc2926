package benchmark;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.Optional;
import loadgate.UserType;
import loadgate.metrics.Metric;

/** The cheapest request that an answer is judged for, with one metric sample beside it. */
final class PingUser implements UserType {

  private static final Metric ANSWERED = new Metric("answered-rate", "Answered");

  @Override
  public List<Metric> metrics() {
    return List.of(ANSWERED);
  }

  @Override
  public ChainBuilder iterate() {
    return ping()
        .exec(ANSWERED.record(session -> Optional.of(Metric.Sample.rate(!session.isFailed()))));
  }

  /** The request alone. */
  static ChainBuilder ping() {
    return exec(
        http("Ping")
            .get("/api/v1/health/ping")
            .check(status().is(200), jsonPath("$.message").is("pong")));
  }
}
