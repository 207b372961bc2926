package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.bodyString;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.CheckBuilder;

/** Checks of tool results, which are JSON in a text field of the JSON answer. */
final class ToolChecks {

  private static final String USABLE = "usable";

  private ToolChecks() {}

  /** The tool did what it was asked for; the report shows why not. */
  static CheckBuilder.Final usable() {
    return bodyString()
        .transform(body -> ToolAnswer.read(body).problem().orElse(USABLE))
        .is(USABLE)
        .name("answer of the tool cannot be used")
        .logActualValueInError(true);
  }

  /** The tool did what it was asked for, and the answer is about {@code #{symbol}}. */
  static CheckBuilder.Final usableForSymbol() {
    return bodyString()
        .transformWithSession(
            (body, session) ->
                ToolAnswer.read(body).problem(session.getString("symbol")).orElse(USABLE))
        .is(USABLE)
        .name("answer of the tool cannot be used")
        .logActualValueInError(true);
  }

  /** The result; missing if there is none. */
  static CheckBuilder.Validate<JsonNode> result() {
    return bodyString().transform(body -> ToolAnswer.read(body).result());
  }

  /**
   * There is something at a JSON pointer in the result, other than null, blank text and an empty
   * list or object.
   */
  static CheckBuilder.Final present(String pointer) {
    return result()
        .transform(result -> ToolAnswer.isPresent(result.at(pointer)) ? "something" : "nothing")
        .is("something");
  }

  /** The text at a JSON pointer in the result; empty if there is none. */
  static CheckBuilder.Validate<String> text(String pointer) {
    return result().transform(result -> result.at(pointer).asText());
  }

  /** The number at a JSON pointer in the result; NaN if there is none. */
  static CheckBuilder.Validate<Double> number(String pointer) {
    return result().transform(result -> number(result.at(pointer)));
  }

  private static double number(JsonNode value) {
    return value.isNumber() ? value.asDouble() : Double.NaN;
  }
}
