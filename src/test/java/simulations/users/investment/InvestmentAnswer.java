package simulations.users.investment;

import static io.gatling.javaapi.core.CoreDsl.bodyString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Checks of the envelope that every answer of the investment API comes in. */
final class InvestmentAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AS_EXPECTED = "as expected";

  private InvestmentAnswer() {}

  /** A success whose data is as described. */
  static CheckBuilder data(String description, Predicate<JsonNode> holds) {
    return data(description, (data, session) -> holds.test(data));
  }

  /** A success whose data is as described, for what the user asked for. */
  static CheckBuilder data(String description, BiPredicate<JsonNode, Session> holds) {
    return flawless(
        (data, session) ->
            holds.test(data, session) ? Optional.empty() : Optional.of("not " + description));
  }

  /** A success without a flaw, where the function names what it finds. */
  static CheckBuilder flawless(BiFunction<JsonNode, Session, Optional<String>> flaw) {
    return bodyString()
        .validate(
            "answer",
            (body, session) -> {
              JsonNode envelope = parsed(body);
              Optional<String> found =
                  isSuccess(envelope)
                      ? flaw.apply(envelope.path("data"), session)
                      : Optional.of("no success envelope");
              found.ifPresent(
                  text -> {
                    throw new IllegalStateException(text);
                  });
              return body;
            });
  }

  /** What a tolerated 404 must still look like. */
  static CheckBuilder error() {
    return bodyString()
        .transform(
            body -> {
              JsonNode envelope = parsed(body);
              boolean error =
                  envelope.path("success").isBoolean()
                      && !envelope.path("success").asBoolean()
                      && envelope.path("error").isTextual()
                      && isTextOrNull(envelope.path("detail"))
                      && isTextOrNull(envelope.path("code"));
              return error ? AS_EXPECTED : "no error envelope";
            })
        .is(AS_EXPECTED);
  }

  /** The data of a success, for later. */
  static CheckBuilder savedAs(String key) {
    return bodyString()
        .transform(body -> parsed(body).path("data"))
        .transform(data -> isAbsent(data) ? null : data)
        .saveAs(key);
  }

  private static boolean isSuccess(JsonNode envelope) {
    return envelope.path("success").asBoolean(false)
        && envelope.path("error").isNull()
        && !isAbsent(envelope.path("data"));
  }

  private static boolean isTextOrNull(JsonNode node) {
    return node.isTextual() || node.isNull();
  }

  private static boolean isAbsent(JsonNode node) {
    return node.isNull() || node.isMissingNode();
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
