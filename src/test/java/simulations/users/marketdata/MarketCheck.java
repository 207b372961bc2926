package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.bodyString;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Checks of what the market-data service answers; the report shows what is wrong. */
final class MarketCheck {

  private static final String AS_EXPECTED = "as expected";

  private MarketCheck() {}

  /** Any JSON that is as described. */
  static CheckBuilder json(String description, Predicate<JsonNode> holds) {
    return bodyString()
        .transform(body -> holds.test(ToolAnswer.parsed(body)) ? AS_EXPECTED : "not " + description)
        .is(AS_EXPECTED)
        .logActualValueInError(true);
  }

  /** The answer of a tool about one symbol, whose result is as described. */
  static CheckBuilder about(String description, Predicate<JsonNode> holds) {
    return tool(description, true, (result, session) -> holds.test(result));
  }

  /** The answer of any other tool, whose result is as described. */
  static CheckBuilder result(String description, Predicate<JsonNode> holds) {
    return result(description, (result, session) -> holds.test(result));
  }

  /** As {@link #result(String, Predicate)}, for what the user asked for. */
  static CheckBuilder result(String description, BiPredicate<JsonNode, Session> holds) {
    return tool(description, false, holds);
  }

  private static CheckBuilder tool(
      String description, boolean ofSymbol, BiPredicate<JsonNode, Session> holds) {
    return bodyString()
        .transformWithSession(
            (body, session) -> {
              ToolAnswer answer = ToolAnswer.read(body);
              String symbol = ofSymbol ? session.getString(SymbolPool.SYMBOL) : "";
              String otherwise =
                  holds.test(answer.result(), session) ? AS_EXPECTED : "not " + description;
              return answer.problem(symbol).orElse(otherwise);
            })
        .is(AS_EXPECTED)
        .logActualValueInError(true);
  }

  /** Keeps the text of one field of a tool's result in the session. */
  static CheckBuilder saved(String field, String key) {
    return bodyString()
        .transform(body -> ToolAnswer.read(body).result().path(field).asText())
        .saveAs(key);
  }

  /** A tool's answer that says in whatever way that nobody knows the symbol. */
  static CheckBuilder nothingKnown() {
    return bodyString()
        .transform(body -> isNothing(ToolAnswer.read(body)) ? AS_EXPECTED : "a price of nothing")
        .is(AS_EXPECTED)
        .logActualValueInError(true);
  }

  private static boolean isNothing(ToolAnswer answer) {
    JsonNode cached = answer.result().path("cached");
    boolean unknown =
        cached.path("price").isNumber()
            && cached.path("price").asDouble() == 0
            && cached.path("source").asText().equals("unknown");
    return answer.isError() || unknown;
  }
}
