package simulations.users.agent;

import static io.gatling.javaapi.core.CoreDsl.bodyString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.core.Session;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Checks of the agent's answers beyond their status. */
final class AgentAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AgentAnswer() {}

  static CheckBuilder holds(String description, Predicate<JsonNode> rule) {
    return holds(description, (body, session) -> rule.test(body));
  }

  /** The rule for what the user asked. */
  static CheckBuilder holds(String description, BiPredicate<JsonNode, Session> rule) {
    return bodyString()
        .transformWithSession((body, session) -> rule.test(parsed(body), session))
        .is(true)
        .name(description);
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }
}
