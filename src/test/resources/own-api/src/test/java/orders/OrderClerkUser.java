package orders;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import loadgate.UserType;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.Metric;

/** Logs in, then looks at the open orders again and again. */
public final class OrderClerkUser implements UserType {

  @Override
  public List<Metric> metrics() {
    return List.of(CacheMetrics.HIT, CacheMetrics.MARKER);
  }

  @Override
  public ChainBuilder start() {
    return exec(
        http("Login")
            .post("/login")
            .body(StringBody(user -> "{\"username\": \"user-%d\"}".formatted(user.userId())))
            .check(status().is(200), jsonPath("$.token").saveAs("token")));
  }

  @Override
  public ChainBuilder iterate() {
    return CacheMetrics.recorded(
        http("Orders - Open")
            .get("/orders")
            .header("Authorization", "Bearer #{token}")
            .check(status().is(200)));
  }
}
