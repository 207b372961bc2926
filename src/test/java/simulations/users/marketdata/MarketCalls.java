package simulations.users.marketdata;

import static io.gatling.javaapi.http.HttpDsl.status;
import static simulations.users.marketdata.SymbolPool.SYMBOL;
import static simulations.users.marketdata.SymbolPool.TOOL;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import loadgate.UserType;

/** The ways to call the market-data service: plain requests, tools, and queries through a tool. */
final class MarketCalls {

  /** How long an answer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final UserType userType;

  MarketCalls(UserType userType) {
    this.userType = userType;
  }

  /** A GET request that must be answered with 200. */
  HttpRequestActionBuilder get(String name, String path) {
    return get(name, path).requestTimeout(PATIENCE).check(status().is(200));
  }

  /** A POST request that must be answered with 200. */
  HttpRequestActionBuilder post(String name, String path, Function<Session, ?> body) {
    return post(name, path, body).requestTimeout(PATIENCE).check(status().is(200));
  }

  /** A search for the drawn symbol with the tool that is there for it. */
  HttpRequestActionBuilder search(String name, Function<Session, String> depth) {
    return tool(
        name,
        session -> session.getString(TOOL),
        session -> Map.of("symbol", session.getString(SYMBOL), "depth", depth.apply(session)));
  }

  /** A query through its tool. */
  HttpRequestActionBuilder query(String name, Function<Session, String> query, boolean async) {
    return tool(
        name,
        session -> "execute-fk-dsl",
        session -> Map.of("query", query.apply(session), "async", async));
  }

  /** A call of a tool that must be answered with 200. */
  HttpRequestActionBuilder tool(
      String name, Function<Session, String> tool, Function<Session, Map<String, ?>> arguments) {
    return anyTool(name, tool, arguments).check(status().is(200));
  }

  /** A call of a tool, whatever its status. */
  HttpRequestActionBuilder anyTool(
      String name, Function<Session, String> tool, Function<Session, Map<String, ?>> arguments) {
    return post(
            name,
            "/mcp/tools/call",
            session -> Map.of("name", tool.apply(session), "arguments", arguments.apply(session)))
        .requestTimeout(PATIENCE);
  }
}
