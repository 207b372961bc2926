package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.target.Target;

/** Asks for prices of symbols that do not exist, so that no cache can have them. */
public final class MarketUncachedUser implements UserType, UserTypeHooks {

  @Override
  public void preflight(Target target) {
    Preparation.requireHealthy(target);
  }

  /** Accepts every way of saying that the symbol is unknown: 404, a tool error, a price of 0. */
  @Override
  public ChainBuilder iterate() {
    return exec(
        MarketRequests.anyTool(
                "[Cache] Uncached Price",
                "search-by-symbol",
                """
                {"symbol":"TEST#{randomInt(1000,10000)}","depth":"quick"}\
                """)
            .check(status().in(200, 404))
            .checkIf((Response response, Session session) -> response.status().code() == 200)
            .then(
                bodyString()
                    .transform(body -> ToolAnswer.read(body).hasNoPrice() ? "no price" : "a price")
                    .is("no price")));
  }
}
