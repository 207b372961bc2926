package simulations.users.marketdata;

import java.util.Map;
import loadgate.JsonBody;
import loadgate.target.Answer;
import loadgate.target.Target;
import loadgate.target.TargetException;

/** Checks the market-data service and warms its cache before the load. */
final class Preparation {

  private Preparation() {}

  static void requireHealthy(Target target) {
    String status = target.get("/health").expect(200).json().path("status").asText();
    if (!status.equals("healthy")) {
      throw new TargetException(
          "GET /health says \"" + status + "\" instead of \"healthy\"; check the service");
    }
  }

  /** Puts prices into the cache, because the gate on cache hits is meant for a warm cache. */
  static void warmCache(Target target, Symbols symbols) {
    Map<String, ?> arguments = Map.of("symbols", symbols.names());
    Answer answer =
        target.post(
            "/mcp/tools/call", JsonBody.text(Map.of("name", "warm-cache", "arguments", arguments)));
    ToolAnswer.read(answer.expect(200).body())
        .problem()
        .ifPresent(
            problem -> {
              throw new TargetException("warm-cache did not work, " + problem);
            });
  }
}
