package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.http.response.Response;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.target.Target;

/** Asks for prices of symbols that do not exist, which no cache can have. */
public final class MarketUncachedUser implements UserType, UserTypeHooks {

  private static final int FIRST = 1_000;
  private static final int LAST = 9_999;

  @Override
  public void preflight(Target target) {
    MarketPreparation.demandHealth(target);
  }

  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.set(SymbolPool.SYMBOL, "TEST" + number())).exec(search());
  }

  private static int number() {
    return ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);
  }

  /** A target may say in several ways that it does not know the symbol. */
  private HttpRequestActionBuilder search() {
    return new MarketCalls(this)
        .anyTool(
            "[Cache] Uncached Price",
            session -> "search-by-symbol",
            session -> Map.of("symbol", session.getString(SymbolPool.SYMBOL), "depth", "quick"))
        .check(status().in(200, 404))
        .checkIf((Response response, Session session) -> response.status().code() == 200)
        .then(MarketCheck.nothingKnown());
  }
}
