package orders;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;
import static loadgate.Chains.steps;
import static loadgate.metrics.CacheMetrics.recorded;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import java.util.List;
import java.util.Map;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.metrics.CacheMetrics;
import loadgate.metrics.Metric;
import loadgate.target.Target;

/** Looks for an article, orders it, and looks whether the order is there. */
public final class BuyerUser implements UserType {

  private static final Metric FOUND_AGAIN = new Metric("order-found-rate", "Order found");

  private final FeederBuilder<String> articles = csv("feeders/articles.csv").circular();

  @Override
  public List<Metric> metrics() {
    return List.of(CacheMetrics.HIT, CacheMetrics.MARKER, FOUND_AGAIN);
  }

  @Override
  public void prepare(Target target) {
    target.post("/login", "{\"username\": \"user-0\"}").expect(200);
  }

  @Override
  public ChainBuilder start() {
    return exec(
        http("Buyers - Login")
            .post("/login")
            .body(JsonBody.of(user -> Map.of("username", "user-" + user.userId())))
            .check(status().is(200), jsonPath("$.token").saveAs("token")));
  }

  @Override
  public ChainBuilder iterate() {
    return feed(articles)
        .exec(
            steps(
                recorded(
                    http("Buyers - Orders")
                        .get("/orders")
                        .header("Authorization", "Bearer #{token}")
                        .check(status().is(200))),
                http("Buyers - Order")
                    .post("/orders")
                    .header("Authorization", "Bearer #{token}")
                    .body(
                        JsonBody.of(
                            user ->
                                Map.of(
                                    "article", user.getString("article"),
                                    "amount", user.getString("amount"))))
                    .check(status().is(201), jsonPath("$.id").saveAs("id")),
                rated(
                    FOUND_AGAIN,
                    http("Buyers - Order again")
                        .get("/orders/#{id}")
                        .header("Authorization", "Bearer #{token}")
                        .check(status().is(200)))));
  }

  @Override
  public ChainBuilder stop() {
    return exec(
        http("Buyers - Logout")
            .post("/logout")
            .header("Authorization", "Bearer #{token}")
            .check(status().is(204)));
  }
}
