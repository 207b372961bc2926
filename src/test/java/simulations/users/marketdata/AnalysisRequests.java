package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static simulations.users.marketdata.MarketCheck.about;
import static simulations.users.marketdata.MarketCheck.json;
import static simulations.users.marketdata.MarketCheck.result;
import static simulations.users.marketdata.SymbolPool.SYMBOL;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Map;
import java.util.function.Function;
import loadgate.UserType;

/** Texts, analyses and queries, each request with what its answer must hold. */
final class AnalysisRequests {

  private static final String QUERY = "query";
  private static final int PORTFOLIO = 3;

  private final UserType userType;
  private final MarketCalls calls;

  AnalysisRequests(UserType userType) {
    this.userType = userType;
    this.calls = new MarketCalls(userType);
  }

  ChainBuilder narrative() {
    return feed(MarketSymbols.analysed().one())
        .exec(feed(csv("feeders/narrative-styles.csv").random()))
        .exec(
            calls
                .search("[Narrative] Generate", session -> session.getString("depth"))
                .check(about("a summary", AnalysisRequests::hasSummary)));
  }

  private static boolean hasSummary(JsonNode found) {
    JsonNode summary = found.at("/narrative/summary");
    return summary.isTextual() && !summary.textValue().isBlank();
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
            calls
                .get("[Analysis] Fundamentals", "/api/market/assets/#{" + SYMBOL + "}")
                .check(
                    jsonPath("$.is_fallback").ofBoolean().is(false),
                    jsonPath("$.fundamentals.pe_ratio").exists()));
  }

  HttpRequestActionBuilder portfolio() {
    SymbolPool pool = MarketSymbols.analysed();
    return answeredAtOnce(
        "[Analysis] Portfolio",
        session ->
            "COMPARE " + String.join(" vs ", pool.different(PORTFOLIO)) + " ON: PRICE, BETA");
  }

  private HttpRequestActionBuilder answeredAtOnce(String name, Function<Session, String> query) {
    return calls
        .query(name, query, false)
        .check(
            result(
                "a completed query", answer -> isCompleted(answer) && answer.hasNonNull("result")));
  }

  ChainBuilder complexQuery() {
    return feed(csv("feeders/complex-market-queries.csv").random())
        .exec(
            calls
                .post(
                    "[DSL] Complex Query",
                    "/api/market/dsl/execute",
                    session -> Map.of(QUERY, session.getString(QUERY), "async_execution", false))
                .check(
                    json(
                        "a completed query",
                        answer -> isCompleted(answer) && !answer.hasNonNull("error"))));
  }

  /** A query is valid when it is accepted; nothing else validates one. */
  ChainBuilder validation() {
    return feed(csv("feeders/market-queries.csv").random())
        .exec(
            calls
                .query("[DSL] Validate", session -> session.getString(QUERY), true)
                .check(result("accepted", AnalysisRequests::isAccepted)));
  }

  private static boolean isCompleted(JsonNode answer) {
    return answer.path("status").asText().equals("completed");
  }

  private static boolean isAccepted(JsonNode answer) {
    return answer.path("status").asText().equals("running")
        && answer.path("total_steps").asInt() >= 1;
  }
}
