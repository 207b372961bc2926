package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static simulations.users.marketdata.ToolChecks.number;
import static simulations.users.marketdata.ToolChecks.present;
import static simulations.users.marketdata.ToolChecks.text;
import static simulations.users.marketdata.ToolChecks.usable;
import static simulations.users.marketdata.ToolChecks.usableForSymbol;

import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The requests of the marketdata users, each with its checks. */
final class MarketRequests {

  static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * The tools do not let a caller choose a provider, but coins and equities have different ones.
   */
  private static final String WITH_PROVIDER = "[Price] With Provider";

  static final HttpRequestActionBuilder EQUITY_WITH_PROVIDER =
      price(WITH_PROVIDER).check(present("/data_lineage/providers").name("price has no provider"));

  static final HttpRequestActionBuilder COIN_WITH_PROVIDER =
      tool(
              WITH_PROVIDER,
              "#{tool}",
              """
              {"symbol":"#{symbol}","exchange":"#{exchange}","depth":"quick"}\
              """)
          .check(
              usableForSymbol(),
              number("/cached/price").gt(0.0).name("price is not above 0"),
              present("/data_lineage/providers").name("price has no provider"));

  static final HttpRequestActionBuilder BATCH_OF_FIVE =
      get("[Price] Batch Query", "/api/market/prices?symbols=#{symbols}")
          .check(
              jmesPath("count").ofInt().is(5).name("there are not five prices"),
              jmesPath("length(values(prices || `{}`)[?price > `0` && !error])")
                  .ofInt()
                  .is(5)
                  .name("a price is 0 or has an error"),
              jmesPath("sort(keys(prices))")
                  .ofList()
                  .is(
                      session ->
                          List.of(
                              Stream.of(session.getString("symbols").split(","))
                                  .sorted()
                                  .toArray()))
                  .name("prices are of other symbols"));

  static final HttpRequestActionBuilder HISTORY =
      get("[Market] Data with History", "/api/market/candles/#{symbol}?timeframe=1d")
          .check(
              jsonPath("$.symbol").isEL("#{symbol}").name("candles are of another symbol"),
              jsonPath("$.candles[-1:].close")
                  .ofDouble()
                  .gt(0.0)
                  .name("last close is not above 0"));

  static final HttpRequestActionBuilder HEALTH =
      get("[System] Health Check", "/health")
          .check(jsonPath("$.status").is("healthy").name("service is not healthy"));

  static final HttpRequestActionBuilder NARRATIVE =
      search("[Narrative] Generate", "#{depth}")
          .check(usableForSymbol(), present("/narrative/summary").name("narrative has no summary"));

  static final HttpRequestActionBuilder SENTIMENT =
      answered("[Analysis] Sentiment", "ANALYZE #{symbol} FOR SENTIMENT");

  static final HttpRequestActionBuilder FUNDAMENTALS =
      get("[Analysis] Fundamentals", "/api/market/assets/#{symbol}")
          .check(
              jsonPath("$.symbol").isEL("#{symbol}").name("fundamentals are of another symbol"),
              jsonPath("$.is_fallback").ofBoolean().is(false).name("fundamentals are a fallback"),
              jsonPath("$.fundamentals.pe_ratio").notNull().name("fundamentals have no pe_ratio"));

  static final HttpRequestActionBuilder PORTFOLIO =
      answered("[Analysis] Portfolio", "COMPARE #{portfolio} ON: PRICE, BETA");

  static final HttpRequestActionBuilder COMPLEX_QUERY =
      http("[DSL] Complex Query")
          .post("/api/market/dsl/execute")
          .body(
              StringBody(
                  """
                  {"query":"#{query}","async_execution":false}\
                  """))
          .asJson()
          .requestTimeout(TIMEOUT)
          .check(
              status().is(200),
              jsonPath("$.query").isEL("#{query}").name("answer is about another query"),
              jsonPath("$.status").is("completed").name("query is not completed"),
              jmesPath("error == null").ofBoolean().is(true).name("query has an error"),
              jmesPath("length(result || `{}`)").ofInt().gt(0).name("result is empty"));

  /** A query counts as valid when it is accepted; the service has no other validation. */
  static final HttpRequestActionBuilder VALIDATION =
      query("[DSL] Validate", "#{query}", true)
          .check(
              usable(),
              text("/query").isEL("#{query}").name("answer is about another query"),
              text("/status").is("running").name("query is not running"),
              number("/total_steps").gte(1.0).name("query has no steps"));

  private MarketRequests() {}

  /** The price of {@code #{symbol}}. */
  static HttpRequestActionBuilder price(String name) {
    return search(name, "quick")
        .check(usableForSymbol(), number("/cached/price").gt(0.0).name("price is not above 0"));
  }

  /** A query through its tool. */
  static HttpRequestActionBuilder query(String name, String query, boolean async) {
    return tool(name, "execute-fk-dsl", "{\"query\":\"" + query + "\",\"async\":" + async + "}");
  }

  /** A call of a tool that must be answered with 200. */
  static HttpRequestActionBuilder tool(String name, String tool, String arguments) {
    return anyTool(name, tool, arguments).check(status().is(200));
  }

  /** A call of a tool, whatever its status. */
  static HttpRequestActionBuilder anyTool(String name, String tool, String arguments) {
    return http(name)
        .post("/mcp/tools/call")
        .body(StringBody("{\"name\":\"" + tool + "\",\"arguments\":" + arguments + "}"))
        .asJson()
        .requestTimeout(TIMEOUT);
  }

  private static HttpRequestActionBuilder get(String name, String path) {
    return http(name).get(path).requestTimeout(TIMEOUT).check(status().is(200));
  }

  private static HttpRequestActionBuilder search(String name, String depth) {
    return tool(name, "#{tool}", "{\"symbol\":\"#{symbol}\",\"depth\":\"" + depth + "\"}");
  }

  /** A query whose answer is its result. */
  private static HttpRequestActionBuilder answered(String name, String query) {
    return query(name, query, false)
        .check(
            usable(),
            text("/query").isEL(query).name("answer is about another query"),
            text("/status").is("completed").name("query is not completed"),
            present("/result").name("query has no result"));
  }
}
