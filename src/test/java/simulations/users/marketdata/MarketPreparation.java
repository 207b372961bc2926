package simulations.users.marketdata;

import java.util.List;
import java.util.Map;
import loadgate.JsonBody;
import loadgate.target.Answer;
import loadgate.target.Target;
import loadgate.target.TargetException;

/** What the market-data service must be and know before the load. */
final class MarketPreparation {

  private static final String HEALTHY = "healthy";

  private MarketPreparation() {}

  static void demandHealth(Target target) {
    String status = target.get("/health").expect(200).json().path("status").asText();
    if (!status.equals(HEALTHY)) {
      throw new TargetException(
          "GET /health says \"" + status + "\" instead of \"healthy\"; check the service");
    }
  }

  /** Puts the prices into the cache, because the target on its hits is that of a warm one. */
  static void warmCache(Target target, List<String> symbols) {
    Answer answer =
        target.post(
            "/mcp/tools/call",
            JsonBody.text(Map.of("name", "warm-cache", "arguments", Map.of("symbols", symbols))));
    ToolAnswer.read(answer.expect(200).body())
        .problem("")
        .ifPresent(
            problem -> {
              throw new TargetException("warm-cache did not work, " + problem);
            });
  }
}
