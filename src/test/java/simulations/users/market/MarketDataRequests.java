package simulations.users.market;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.status;
import static simulations.users.market.MarketCheck.about;
import static simulations.users.market.MarketCheck.isPositive;
import static simulations.users.market.MarketCheck.result;
import static simulations.users.market.SymbolPool.SYMBOL;
import static simulations.users.market.SymbolPool.TOOL;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import loadgate.UserType;

/** The requests of the market-data API, each with its parameters and what its answer must hold. */
final class MarketDataRequests {

  /** How long an answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int BATCH = 5;
  private static final int PORTFOLIO = 3;

  private static final String QUERY = "query";
  private static final String SYMBOLS = "symbols";

  private final UserType userType;
  private final MarketSymbols symbols;

  MarketDataRequests(UserType userType, MarketSymbols symbols) {
    this.userType = userType;
    this.symbols = symbols;
  }

  ChainBuilder simplePrice() {
    return feed(symbols.any().one()).exec(price("[Price] Simple Query"));
  }

  /** The price of the symbol in the session. */
  ChainBuilder price(String name) {
    return userType.request(quickSearch(name).check(about("a price", this::hasPrice)));
  }

  /** Nobody can choose a provider, but coins and stocks have different ones. */
  ChainBuilder priceWithProvider() {
    CheckBuilder sourced =
        about(
            "a price with its providers",
            found -> hasPrice(found) && !found.at("/data_lineage/providers").isEmpty());
    ChainBuilder ofStock =
        feed(MarketSymbols.equities().one())
            .exec(userType.request(quickSearch("[Price] With Provider").check(sourced)));
    ChainBuilder ofCoin =
        feed(MarketSymbols.coins().one())
            .exec(feed(csv("feeders/coin-exchanges.csv").random()))
            .exec(
                userType.request(
                    tool("[Price] With Provider", drawnTool(), this::coinSearch).check(sourced)));
    // Two of the three providers are for stocks.
    return userType.weighted(userType.task(2, ofStock), userType.task(1, ofCoin));
  }

  ChainBuilder batch() {
    SymbolPool pool = symbols.any();
    return exec(session -> session.set(SYMBOLS, String.join(",", pool.different(BATCH))))
        .exec(
            userType.request(
                get("[Price] Batch Query", "/api/market/prices?symbols=#{" + SYMBOLS + "}")
                    .check(MarketCheck.json("a price of every symbol", this::hasAllPrices))));
  }

  ChainBuilder candles() {
    return feed(MarketSymbols.equities().one())
        .exec(
            userType.request(
                get(
                        "[Market] Data with History",
                        "/api/market/candles/#{" + SYMBOL + "}?timeframe=1d")
                    .check(
                        jsonPath("$.symbol").isEL("#{" + SYMBOL + "}"),
                        jsonPath("$.candles[-1:].close").ofDouble().gt(0.0))));
  }

  HttpRequestActionBuilder health() {
    return get("[System] Health Check", "/health").check(jsonPath("$.status").is("healthy"));
  }

  ChainBuilder narrative() {
    return feed(MarketSymbols.analysed().one())
        .exec(feed(csv("feeders/narrative-styles.csv").random()))
        .exec(
            userType.request(
                tool(
                        "[Narrative] Generate",
                        drawnTool(),
                        session -> search(session, session.getString("depth")))
                    .check(
                        about(
                            "a summary",
                            found -> !found.at("/narrative/summary").asText().isBlank()))));
  }

  ChainBuilder sentiment() {
    return feed(MarketSymbols.analysed().one())
        .exec(
            answeredAtOnce(
                "[Analysis] Sentiment",
                session -> "ANALYZE " + session.getString(SYMBOL) + " FOR SENTIMENT"));
  }

  ChainBuilder fundamentals() {
    return feed(MarketSymbols.analysedEquities().one())
        .exec(
            userType.request(
                get("[Analysis] Fundamentals", "/api/market/assets/#{" + SYMBOL + "}")
                    .check(
                        jsonPath("$.is_fallback").ofBoolean().is(false),
                        jsonPath("$.fundamentals.pe_ratio").exists())));
  }

  ChainBuilder portfolio() {
    SymbolPool pool = MarketSymbols.analysed();
    return answeredAtOnce(
        "[Analysis] Portfolio",
        session ->
            "COMPARE " + String.join(" vs ", pool.different(PORTFOLIO)) + " ON: PRICE, BETA");
  }

  private ChainBuilder answeredAtOnce(String name, Function<Session, String> query) {
    return userType.request(
        query(name, query, false)
            .check(
                result(
                    "a completed query",
                    answer ->
                        answer.path("status").asText().equals("completed")
                            && answer.hasNonNull("result"))));
  }

  ChainBuilder complexQuery() {
    return feed(csv("feeders/complex-market-queries.csv").random())
        .exec(
            userType.request(
                userType
                    .post(
                        "[DSL] Complex Query",
                        "/api/market/dsl/execute",
                        session ->
                            Map.of(QUERY, session.getString(QUERY), "async_execution", false))
                    .requestTimeout(PATIENCE)
                    .check(
                        status().is(200),
                        jsonPath("$.status").is("completed"),
                        jsonPath("$.error").isNull())));
  }

  ChainBuilder validation() {
    return feed(csv("feeders/market-queries.csv").random())
        .exec(
            userType.request(
                query("[DSL] Validate", session -> session.getString(QUERY), true)
                    .check(
                        result(
                            "accepted",
                            answer ->
                                answer.path("status").asText().equals("running")
                                    && answer.path("total_steps").asInt() >= 1))));
  }

  private HttpRequestActionBuilder quickSearch(String name) {
    return tool(name, drawnTool(), session -> search(session, "quick"));
  }

  private Map<String, ?> search(Session session, String depth) {
    return Map.of("symbol", session.getString(SYMBOL), "depth", depth);
  }

  private Map<String, ?> coinSearch(Session session) {
    return Map.of(
        "symbol",
        session.getString(SYMBOL),
        "exchange",
        session.getString("exchange"),
        "depth",
        "quick");
  }

  private boolean hasAllPrices(JsonNode answer) {
    List<JsonNode> quotes = new ArrayList<>();
    answer.path("prices").forEach(quotes::add);
    return answer.path("count").asInt() == BATCH
        && quotes.size() == BATCH
        && quotes.stream()
            .allMatch(quote -> isPositive(quote.path("price")) && !quote.hasNonNull("error"));
  }

  private boolean hasPrice(JsonNode found) {
    return isPositive(found.at("/cached/price"));
  }

  private static Function<Session, String> drawnTool() {
    return session -> session.getString(TOOL);
  }

  /** The query through its tool. */
  HttpRequestActionBuilder query(String name, Function<Session, String> query, boolean async) {
    return tool(
        name,
        session -> "execute-fk-dsl",
        session -> Map.of(QUERY, query.apply(session), "async", async));
  }

  /** A call of a tool that must be answered with 200. */
  HttpRequestActionBuilder tool(
      String name, Function<Session, String> tool, Function<Session, Map<String, ?>> arguments) {
    return call(name, tool, arguments).check(status().is(200));
  }

  /** A call of a tool, whatever its status. */
  HttpRequestActionBuilder call(
      String name, Function<Session, String> tool, Function<Session, Map<String, ?>> arguments) {
    return userType
        .post(
            name,
            "/mcp/tools/call",
            session -> Map.of("name", tool.apply(session), "arguments", arguments.apply(session)))
        .requestTimeout(PATIENCE);
  }

  private HttpRequestActionBuilder get(String name, String path) {
    return userType.get(name, path).requestTimeout(PATIENCE).check(status().is(200));
  }
}
