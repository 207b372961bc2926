package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static loadgate.Chains.task;
import static loadgate.Chains.weighted;
import static simulations.users.marketdata.MarketCheck.about;
import static simulations.users.marketdata.MarketCheck.json;
import static simulations.users.marketdata.SymbolPool.SYMBOL;
import static simulations.users.marketdata.SymbolPool.TOOL;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Map;
import java.util.stream.StreamSupport;
import loadgate.UserType;

/** What users ask of prices, each request with its parameters and what its answer must hold. */
final class PriceRequests {

  private static final String QUICK = "quick";
  private static final String SYMBOLS = "symbols";
  private static final int BATCH = 5;

  private final UserType userType;
  private final MarketSymbols symbols;
  private final MarketCalls calls;

  PriceRequests(UserType userType, MarketSymbols symbols) {
    this.userType = userType;
    this.symbols = symbols;
    this.calls = new MarketCalls(userType);
  }

  ChainBuilder simple() {
    return price("[Price] Simple Query", symbols.any());
  }

  /** The price of one of these symbols. */
  ChainBuilder price(String name, SymbolPool pool) {
    return feed(pool.one())
        .exec(
            calls.search(name, session -> QUICK).check(about("a price", PriceRequests::hasPrice)));
  }

  /** Nobody can choose a provider, but coins and stocks have different ones. */
  ChainBuilder withProvider() {
    String name = "[Price] With Provider";
    CheckBuilder sourced =
        about(
            "a price with its providers",
            found -> hasPrice(found) && !found.at("/data_lineage/providers").isEmpty());
    HttpRequestActionBuilder ofStock = calls.search(name, session -> QUICK).check(sourced);
    HttpRequestActionBuilder ofCoin =
        calls
            .tool(name, session -> session.getString(TOOL), PriceRequests::onAnExchange)
            .check(sourced);
    // Two of the three providers are for stocks.
    return weighted(
        task(2, feed(MarketSymbols.equities().one()).exec(ofStock)),
        task(
            1,
            feed(MarketSymbols.coins().one())
                .exec(feed(csv("feeders/coin-exchanges.csv").random()))
                .exec(ofCoin)));
  }

  private static Map<String, ?> onAnExchange(Session session) {
    return Map.of(
        "symbol",
        session.getString(SYMBOL),
        "exchange",
        session.getString("exchange"),
        "depth",
        QUICK);
  }

  ChainBuilder batch() {
    SymbolPool pool = symbols.any();
    return exec(session -> session.set(SYMBOLS, String.join(",", pool.different(BATCH))))
        .exec(
            calls
                .get("[Price] Batch Query", "/api/market/prices?symbols=#{" + SYMBOLS + "}")
                .check(json("a price of every symbol", PriceRequests::hasEveryPrice)));
  }

  ChainBuilder history() {
    return feed(MarketSymbols.equities().one())
        .exec(
            calls
                .get(
                    "[Market] Data with History",
                    "/api/market/candles/#{" + SYMBOL + "}?timeframe=1d")
                .check(
                    jsonPath("$.symbol").isEL("#{" + SYMBOL + "}"),
                    jsonPath("$.candles[-1:].close").ofDouble().gt(0.0)));
  }

  /** Whether the service is there, which some ask before they ask for a price. */
  HttpRequestActionBuilder health() {
    return calls.get("[System] Health Check", "/health").check(jsonPath("$.status").is("healthy"));
  }

  private static boolean hasPrice(JsonNode found) {
    return isPositive(found.at("/cached/price"));
  }

  private static boolean hasEveryPrice(JsonNode answer) {
    JsonNode quotes = answer.path("prices");
    return answer.path("count").asInt() == BATCH
        && quotes.size() == BATCH
        && StreamSupport.stream(quotes.spliterator(), false)
            .allMatch(quote -> isPositive(quote.path("price")) && !quote.hasNonNull("error"));
  }

  private static boolean isPositive(JsonNode number) {
    return number.isNumber() && number.asDouble() > 0;
  }
}
