package proof.orders;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.metrics.ServerTimings;
import loadgate.model.Unit;
import loadgate.settings.Options;

/** Logs in once, then places an order and looks at it, again and again. */
public record OrderClerkUser(Mistake mistake) implements UserType, UserTypeHooks {

  private static final Metric PLACED = new Metric("order-placed-rate", "Order placed");

  private static final List<Map<String, Object>> ACCOUNTS =
      IntStream.rangeClosed(1, 5)
          .mapToObj(clerk -> Map.<String, Object>of("clerk", clerk))
          .toList();

  private static final Metric STORE_TIME =
      Metric.values("store-time", "Store time", Unit.MILLISECONDS);

  @Override
  public UserType configured(Options options) {
    return new OrderClerkUser(
        Mistake.valueOf(
            options
                .only("mistake")
                .text("mistake", mistake.name())
                .toUpperCase(Locale.ROOT)
                .replace('-', '_')));
  }

  @Override
  public List<Metric> metrics() {
    return List.of(PLACED, STORE_TIME);
  }

  @Override
  public ChainBuilder start() {
    ChainBuilder account =
        mistake == Mistake.NEXT_ACCOUNT
            ? feed(listFeeder(ACCOUNTS).circular())
            : exec(session -> session.set("clerk", session.userId()));
    return account.exec(
        http("Login")
            .post("/login?clerk=#{clerk}")
            .check(status().is(200), jsonPath("$.token").saveAs("token")));
  }

  @Override
  public ChainBuilder iterate() {
    HttpRequestActionBuilder order =
        http("Place Order")
            .post("/orders")
            .header("Authorization", "Bearer #{token}")
            .body(StringBody("{\"article\": 7}"))
            .check(status().is(201), jsonPath("$.id").saveAs("id"), ServerTimings.saved());
    ChainBuilder place =
        exec(ServerTimings::forget)
            .exec(rated(PLACED, order))
            .exec(STORE_TIME.record(ServerTimings.entry("db")));
    ChainBuilder look = look("#{id}");
    return switch (mistake) {
      case NONE, STOP_THROWS, NEXT_ACCOUNT -> place.exec(look);
      case MISSPELT_VARIABLE -> place.exec(look("#{idd}"));
      case FUNCTION_THROWS -> place.exec(OrderClerkUser::throwing).exec(look);
      case FUNCTION_THROWS_UNNOTICED ->
          place.exec(OrderClerkUser::throwing).exec(look).exec(Session::markAsSucceeded);
      case MARKED_AS_FAILED -> place.exec(look).exec(Session::markAsFailed);
      case EXITS_FAILED -> place.exec(Session::markAsFailed).exitHereIfFailed().exec(look);
      case LOOP_CONDITION -> place.exec(asLongAs("#{more}").on(look));
      case LEAVES_BLOCK -> exitBlockOnFail().on(rated(PLACED, exec(order).exec(look)));
      case FEEDER_MISSING -> feed(csv("orders/no-such-articles.csv").circular()).exec(place);
      case FEEDER_EMPTY -> feed(csv("orders/no-articles.csv").circular()).exec(place);
      case FEEDER_EMPTY_RANDOM -> feed(csv("orders/no-articles.csv").random()).exec(place);
      case ITERATE_THROWS -> exec(List.of(place).get(1));
      case FEEDER_RUNS_DRY -> feed(listFeeder(List.of(Map.of("article", 1)))).exec(place);
      case FEEDER_WITHOUT_COLUMN ->
          feed(listFeeder(List.of(Map.<String, Object>of("artikel", 1))).circular())
              .exec(look("#{article}"));
      case SILENT_REQUEST -> place.exec(look).exec(http("Beacon").get("/orders/1").silent());
      case NEVER_GOES_ON -> place.pause(Duration.ofHours(1)).exec(look);
      case ASKS_ADVISOR ->
          place.exec(look).exec(http("Advice").get(System.getProperty("advisor") + "/advice"));
    };
  }

  private static ChainBuilder look(String id) {
    return exec(
        http("Look at Order")
            .get("/orders/" + id)
            .header("Authorization", "Bearer #{token}")
            .check(status().is(200)));
  }

  private static Session throwing(Session session) {
    throw new IllegalStateException("no article is left");
  }

  @Override
  public ChainBuilder stop() {
    return mistake == Mistake.STOP_THROWS ? exec(OrderClerkUser::throwing) : UserType.super.stop();
  }
}
