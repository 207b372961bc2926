package backend.copilot;

import backend.kit.JsonFields;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * What is asked of the agents.
 *
 * @param accountId empty if none was given
 * @param workflow as it was given, known or not
 */
record WorkflowRequest(String accountId, String workflow, String sessionId) {

  private static final int MAX_LENGTH = 255;

  /**
   * @throws backend.kit.ValidationException with every rule that is broken; whether there is such a
   *     workflow is not among them
   */
  static WorkflowRequest read(JsonFields body) {
    String accountId = body.optionalText("account_id", MAX_LENGTH).orElse("");
    String workflow =
        body.optionalText("workflow", MAX_LENGTH).orElse(Workflow.ACCOUNT_ANALYSIS.word());
    String sessionId =
        body.optionalText("session_id", MAX_LENGTH).orElseGet(() -> UUID.randomUUID().toString());
    body.optionalText("thread_id", MAX_LENGTH);
    body.optionalText("run_id", MAX_LENGTH);
    body.optionalText("agent", MAX_LENGTH);
    body.nested("options");
    JsonNode messages = body.asSent().path("messages");
    if (!messages.isMissingNode() && !messages.isArray()) {
      body.reject("messages", "list_type", "Input should be a valid list");
    }
    body.throwIfInvalid();
    return new WorkflowRequest(accountId, workflow, sessionId);
  }
}
