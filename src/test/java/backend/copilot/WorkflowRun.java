package backend.copilot;

import backend.kit.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;

/**
 * One workflow at work on one account. Its frames are computed one by one, whenever the next is
 * asked for; it is for one thread at a time.
 */
final class WorkflowRun {

  static final String MODEL = "rules-1";
  static final String PROVIDER = "reference";

  private static final List<String> CONTENT_TYPES = List.of("tool_call", "tool_result", "text");

  private final WorkflowRequest request;
  private final Workflow workflow;
  private final long startNanos = System.nanoTime();
  private final Queue<Supplier<Frame>> coming = new ArrayDeque<>();
  private final List<Agent> done = new ArrayList<>();
  private final ArrayNode recommendations = Json.mapper().createArrayNode();

  private int seq;
  private long agentStartNanos;
  private Agent.Report report;
  private String error;

  WorkflowRun(WorkflowRequest request, Workflow workflow) {
    this.request = request;
    this.workflow = workflow;
    coming.add(this::connected);
    coming.add(this::started);
    if (request.accountId().isEmpty()) {
      Agent first = workflow.agents().get(0);
      coming.add(() -> agentStarted(first));
      coming.add(() -> agentFailed(first, "missing_account", "account_id is missing"));
    } else {
      workflow.agents().forEach(this::add);
    }
    coming.add(this::completed);
  }

  private void add(Agent agent) {
    coming.add(() -> agentStarted(agent));
    int left = CONTENT_TYPES.size() - workflow.streamed();
    for (String contentType : CONTENT_TYPES.subList(left, CONTENT_TYPES.size())) {
      coming.add(() -> agentStream(agent, contentType));
    }
    coming.add(() -> agentCompleted(agent));
  }

  int framesLeft() {
    return coming.size();
  }

  /** The next frame, while there are any. */
  Frame next() {
    return coming.remove().get();
  }

  private Frame frame(String type, ObjectNode data) {
    return Frame.now(type, ++seq, data);
  }

  private Frame connected() {
    return frame(
        "connection_established",
        object()
            .put("message", "connected")
            .put("model", MODEL)
            .put("provider", PROVIDER)
            .put("sessionId", request.sessionId())
            .put("accountId", request.accountId()));
  }

  private Frame started() {
    return frame("workflow_started", identity());
  }

  private Frame agentStarted(Agent agent) {
    agentStartNanos = System.nanoTime();
    report = null;
    return frame("agent_started", step(agent).put("task", agent.task()));
  }

  private Frame agentStream(Agent agent, String contentType) {
    if (report == null) {
      report = agent.work(CrmAccount.of(request.accountId()));
    }
    String content =
        switch (contentType) {
          case "tool_call" -> report.call();
          case "tool_result" -> report.result();
          default -> report.text();
        };
    return frame(
        "agent_stream",
        object()
            .put("agent", agent.word())
            .put("content", content)
            .put("content_type", contentType));
  }

  private Frame agentCompleted(Agent agent) {
    ObjectNode data = step(agent).put("duration_ms", millisSince(agentStartNanos));
    data.set("output", report.output());
    report.output().path(Agent.RECOMMENDATIONS).forEach(recommendations::add);
    done.add(agent);
    return frame("agent_completed", data);
  }

  private Frame agentFailed(Agent agent, String type, String message) {
    error = message;
    return frame(
        "agent_error",
        step(agent).put("error_type", type).put("error_message", message).putNull("stack_trace"));
  }

  private Frame completed() {
    ObjectNode data = identity().put("total_duration_ms", millisSince(startNanos));
    data.set("final_output", finalOutput());
    return frame("workflow_completed", data);
  }

  private JsonNode finalOutput() {
    ObjectNode summary = object().put("frames", seq + 1);
    ArrayNode agents = summary.putArray("agents");
    done.forEach(agent -> agents.add(agent.word()));
    summary.put("error", error);
    ObjectNode output =
        object()
            .put("status", error == null ? "completed" : "error")
            .put("account_id", request.accountId());
    output.set("execution_summary", summary);
    output.set(Agent.RECOMMENDATIONS, recommendations);
    return output;
  }

  private ObjectNode identity() {
    return object()
        .put("workflow", workflow.word())
        .put("account_id", request.accountId())
        .put("session_id", request.sessionId());
  }

  private ObjectNode step(Agent agent) {
    return object().put("agent", agent.word()).put("step", workflow.agents().indexOf(agent) + 1);
  }

  private static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }
}
