package backend.accounts;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * One execution of a workflow on one account. It yields its frames one by one and is not safe for
 * several threads at a time.
 */
final class WorkflowRun {

  private static final List<String> CONTENT_TYPES = List.of("text", "tool_call", "tool_result");

  /** The agents of each workflow in their order. */
  private static final Map<String, List<String>> AGENTS =
      Map.of(
          "account_analysis", List.of("zoho_scout", "memory_analyst", "recommendation_author"),
          "daily_review", List.of("zoho_scout", "memory_analyst"),
          "risk_assessment", List.of("zoho_scout", "recommendation_author"));

  static final List<String> WORKFLOWS = AGENTS.keySet().stream().sorted().toList();

  private final Queue<Supplier<Frame>> frames = new ArrayDeque<>();
  private int seq;

  /** One event of the stream; {@code seq} counts from 1. */
  record Frame(String type, String event, int seq, Map<String, ?> data, Instant timestamp) {}

  /**
   * @param workflow one of {@link #WORKFLOWS}
   */
  WorkflowRun(String workflow, String accountId, String sessionId) {
    List<String> agents = AGENTS.get(workflow);
    List<String> contentTypes = CONTENT_TYPES.subList(0, workflow.equals("daily_review") ? 2 : 3);
    add(
        "connection_established",
        Map.of(
            "message", "connected",
            "model", "rules-1",
            "provider", "reference",
            "sessionId", sessionId,
            "accountId", accountId));
    add(
        "workflow_started",
        Map.of("workflow", workflow, "account_id", accountId, "session_id", sessionId));
    for (int i = 0; i < agents.size(); i++) {
      addAgent(agents.get(i), i + 1, accountId, contentTypes);
    }
    Map<String, Object> output =
        Map.of(
            "status",
            "completed",
            "account_id",
            accountId,
            "execution_summary",
            Map.of(),
            "recommendations",
            List.of("Call the customer"));
    add(
        "workflow_completed",
        Map.of(
            "workflow", workflow,
            "account_id", accountId,
            "session_id", sessionId,
            "final_output", output));
  }

  private void addAgent(String agent, int step, String accountId, List<String> contentTypes) {
    String task = agent + " looks at account " + accountId;
    add("agent_started", Map.of("agent", agent, "step", step, "task", task));
    for (String contentType : contentTypes) {
      add("agent_stream", Map.of("agent", agent, "content", task, "content_type", contentType));
    }
    Map<String, Integer> output = Map.of("risk", Math.floorMod(accountId.hashCode(), 101));
    add("agent_completed", Map.of("agent", agent, "step", step, "output", output));
  }

  private void add(String type, Map<String, ?> data) {
    frames.add(() -> new Frame(type, type, ++seq, data, Instant.now()));
  }

  int framesLeft() {
    return frames.size();
  }

  /** The next frame, with the time at which it is sent. */
  Frame next() {
    return frames.remove().get();
  }
}
