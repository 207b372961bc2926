package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;
import loadgate.target.Target;

/** Asks for prices of symbols that do not exist, so that no cache can have them. */
public final class MarketUncachedUser implements UserType, UserTypeHooks {

  private static final Metric TOOL_ANSWERS = new Metric("tool-answer-rate", "Answer of the tool");

  private static final String STATUS_CODE = "statusCode";

  private static final HttpRequestActionBuilder UNCACHED_PRICE =
      MarketRequests.anyTool(
              "[Cache] Uncached Price",
              "search-by-symbol",
              """
              {"symbol":"#{symbol}","depth":"quick"}\
              """)
          .check(status().in(200, 404), status().saveAs(STATUS_CODE))
          .checkIf((Response response, Session session) -> response.status().code() == 200)
          .then(
              bodyString()
                  .transform(body -> ToolAnswer.read(body).hasNoPrice() ? "no price" : "a price")
                  .is("no price")
                  .name("unknown symbol has a price"));

  @Override
  public void preflight(Target target) {
    Preparation.requireHealthy(target);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(TOOL_ANSWERS);
  }

  @Override
  public Duration longestIteration() {
    return MarketRequests.TIMEOUT;
  }

  /**
   * Accepts every way of saying that the symbol is unknown: a price of 0, a tool error, 404. The
   * last may as well mean that there is no tool, so the share of the others is a rate.
   */
  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.set("symbol", unknown()).remove(STATUS_CODE))
        .exec(
            rated(
                TOOL_ANSWERS, exec(UNCACHED_PRICE), session -> session.getInt(STATUS_CODE) == 200));
  }

  private static String unknown() {
    return "TEST" + ThreadLocalRandom.current().nextInt(1_000, 10_000);
  }
}
