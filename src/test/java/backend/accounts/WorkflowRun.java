package backend.accounts;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * One execution of a workflow on one account. It yields its frames one by one and is not safe for
 * several threads at a time.
 */
final class WorkflowRun {

  static final String MODEL = "rules-1";
  static final String PROVIDER = "reference";

  private final Workflow workflow;
  private final String accountId;
  private final String sessionId;
  private final long startNanos = System.nanoTime();
  private final Queue<Supplier<Frame>> frames = new ArrayDeque<>();
  private final List<Map<String, Object>> recommendations = new ArrayList<>();

  private int seq;
  private long agentStartNanos;

  /**
   * One event of the stream.
   *
   * @param event the same as the type
   * @param seq from 1
   */
  record Frame(String type, String event, int seq, Map<String, ?> data, Instant timestamp) {}

  WorkflowRun(Workflow workflow, String accountId, String sessionId) {
    this.workflow = workflow;
    this.accountId = accountId;
    this.sessionId = sessionId;
    frames.add(this::connected);
    frames.add(() -> frame("workflow_started", identity()));
    for (String agent : workflow.agents) {
      frames.add(() -> agentStarted(agent));
      for (String contentType : workflow.contentTypes) {
        frames.add(() -> agentStream(agent, contentType));
      }
      frames.add(() -> agentCompleted(agent));
    }
    frames.add(this::completed);
  }

  int framesLeft() {
    return frames.size();
  }

  /**
   * @throws java.util.NoSuchElementException if none is left
   */
  Frame next() {
    return frames.remove().get();
  }

  private Frame frame(String type, Map<String, ?> data) {
    return new Frame(type, type, ++seq, data, Instant.now());
  }

  private Frame connected() {
    return frame(
        "connection_established",
        Map.of(
            "message", "connected",
            "model", MODEL,
            "provider", PROVIDER,
            "sessionId", sessionId,
            "accountId", accountId));
  }

  private Frame agentStarted(String agent) {
    agentStartNanos = System.nanoTime();
    return frame(
        "agent_started",
        Map.of("agent", agent, "step", step(agent), "task", "Analyse account " + accountId));
  }

  private Frame agentStream(String agent, String contentType) {
    String content = agent + " works on account " + accountId + ": risk " + risk();
    return frame(
        "agent_stream", Map.of("agent", agent, "content", content, "content_type", contentType));
  }

  private Frame agentCompleted(String agent) {
    if (agent.equals("recommendation_author")) {
      String priority = risk() > 50 ? "high" : "low";
      recommendations.add(Map.of("priority", priority, "action", "Call the customer"));
    }
    return frame(
        "agent_completed",
        Map.of(
            "agent", agent,
            "step", step(agent),
            "duration_ms", millisSince(agentStartNanos),
            "output", Map.of("risk", risk())));
  }

  private Frame completed() {
    Map<String, Object> data = identity();
    data.put("total_duration_ms", millisSince(startNanos));
    data.put(
        "final_output",
        Map.of(
            "status", "completed",
            "account_id", accountId,
            "execution_summary", Map.of("frames", seq + 1, "agents", workflow.agents),
            "recommendations", recommendations));
    return frame("workflow_completed", data);
  }

  private Map<String, Object> identity() {
    Map<String, Object> identity = new LinkedHashMap<>();
    identity.put("workflow", workflow.label());
    identity.put("account_id", accountId);
    identity.put("session_id", sessionId);
    return identity;
  }

  private int step(String agent) {
    return workflow.agents.indexOf(agent) + 1;
  }

  /** From 0 to 100, always the same for the same account. */
  private int risk() {
    return Math.floorMod(accountId.hashCode(), 101);
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
