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

/** The requests of the marketdata users, each with its checks. */
final class MarketRequests {

  static final Duration TIMEOUT = Duration.ofSeconds(30);

  /**
   * The tools do not let a caller choose a provider, but coins and equities have different ones.
   */
  private static final String WITH_PROVIDER = "[Price] With Provider";

  static final HttpRequestActionBuilder EQUITY_WITH_PROVIDER =
      price(WITH_PROVIDER).check(present("/data_lineage/providers/0"));

  static final HttpRequestActionBuilder COIN_WITH_PROVIDER =
      tool(
              WITH_PROVIDER,
              "#{tool}",
              """
              {"symbol":"#{symbol}","exchange":"#{exchange}","depth":"quick"}\
              """)
          .check(
              usableForSymbol(),
              number("/cached/price").gt(0.0),
              present("/data_lineage/providers/0"));

  static final HttpRequestActionBuilder BATCH_OF_FIVE =
      get("[Price] Batch Query", "/api/market/prices?symbols=#{symbols}")
          .check(
              jmesPath("count").ofInt().is(5),
              jmesPath("length(values(prices || `{}`)[?price > `0` && !error])").ofInt().is(5));

  static final HttpRequestActionBuilder HISTORY =
      get("[Market] Data with History", "/api/market/candles/#{symbol}?timeframe=1d")
          .check(
              jsonPath("$.symbol").isEL("#{symbol}"),
              jsonPath("$.candles[-1:].close").ofDouble().gt(0.0));

  static final HttpRequestActionBuilder HEALTH =
      get("[System] Health Check", "/health").check(jsonPath("$.status").is("healthy"));

  static final HttpRequestActionBuilder NARRATIVE =
      search("[Narrative] Generate", "#{depth}")
          .check(usableForSymbol(), present("/narrative/summary"));

  static final HttpRequestActionBuilder SENTIMENT =
      answered(query("[Analysis] Sentiment", "ANALYZE #{symbol} FOR SENTIMENT", false));

  static final HttpRequestActionBuilder FUNDAMENTALS =
      get("[Analysis] Fundamentals", "/api/market/assets/#{symbol}")
          .check(
              jsonPath("$.is_fallback").ofBoolean().is(false),
              jsonPath("$.fundamentals.pe_ratio").exists());

  static final HttpRequestActionBuilder PORTFOLIO =
      answered(query("[Analysis] Portfolio", "COMPARE #{portfolio} ON: PRICE, BETA", false));

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
              jsonPath("$.status").is("completed"),
              jmesPath("error == null").ofBoolean().is(true));

  /** A query counts as valid when it is accepted; the service has no other validation. */
  static final HttpRequestActionBuilder VALIDATION =
      query("[DSL] Validate", "#{query}", true)
          .check(usable(), text("/status").is("running"), number("/total_steps").gte(1.0));

  private MarketRequests() {}

  /** The price of {@code #{symbol}}. */
  static HttpRequestActionBuilder price(String name) {
    return search(name, "quick").check(usableForSymbol(), number("/cached/price").gt(0.0));
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

  private static HttpRequestActionBuilder answered(HttpRequestActionBuilder query) {
    return query.check(usable(), text("/status").is("completed"), present("/result"));
  }
}
