package simulations.users.marketdata;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.Set;

/**
 * The answer of a tool. Its HTTP status is nearly always 200: errors of tools are in {@code
 * isError}, errors of queries in a status, and errors of providers in the source of a price.
 */
final class ToolAnswer {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Set<String> NO_SOURCES = Set.of("error", "compliance_blocked");

  private final JsonNode body;
  private final JsonNode result;

  private ToolAnswer(JsonNode body, JsonNode result) {
    this.body = body;
    this.result = result;
  }

  /** Reads any text; {@link #problem} says what is wrong with it. */
  static ToolAnswer read(String body) {
    JsonNode answer = parsed(body);
    return new ToolAnswer(answer, parsed(answer.at("/content/0/text").asText()));
  }

  /** The result of the tool; missing if there is none. */
  JsonNode result() {
    return result;
  }

  /** Why the answer cannot be used; empty when it can. */
  Optional<String> problem() {
    if (!body.isObject()) {
      return Optional.of("the answer is no JSON object");
    }
    if (!body.path("isError").isBoolean() || body.path("isError").asBoolean()) {
      return Optional.of("the tool failed: " + body.at("/content/0/text").asText("nothing said"));
    }
    if (!body.at("/content/0/type").asText().equals("text")) {
      return Optional.of("the content is no text");
    }
    if (!result.isObject()) {
      return Optional.of("the text is no JSON object");
    }
    if (result.path("status").asText().equals("failed")) {
      return Optional.of("it failed: " + result.path("error").asText());
    }
    String source = result.at("/cached/source").asText();
    return NO_SOURCES.contains(source)
        ? Optional.of("the price is from " + source)
        : Optional.empty();
  }

  /** As {@link #problem()}, for an answer that has to be about a symbol. */
  Optional<String> problem(String symbol) {
    return problem()
        .or(
            () ->
                Optional.of(result.path("symbol").asText("no symbol"))
                    .filter(about -> !about.equals(symbol))
                    .map(about -> "the answer is about " + about));
  }

  /** Whether there is something other than null, blank text and an empty list or object. */
  static boolean isPresent(JsonNode value) {
    return value.isContainerNode()
        ? !value.isEmpty()
        : value.isValueNode() && !value.isNull() && !value.asText().isBlank();
  }

  /** Whether the tool failed or does not know the symbol. */
  boolean hasNoPrice() {
    JsonNode cached = result.path("cached");
    return body.path("isError").asBoolean(false)
        || cached.path("price").isNumber()
            && cached.path("price").asDouble() == 0
            && cached.path("source").asText().equals("unknown");
  }

  /** The text as JSON; missing if it is not JSON. */
  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
