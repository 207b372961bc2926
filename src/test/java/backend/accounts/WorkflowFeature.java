package backend.accounts;

import backend.kit.Faults;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.Part;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** Has agents analyse an account and streams their progress as server-sent events. */
final class WorkflowFeature implements Feature {

  /** The prefix of all its paths. */
  static final String PATH = "/api/copilotkit";

  private static final int MAX_TEXT = 255;

  private final Duration delay;
  private final boolean streamsEnd;
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);

  WorkflowFeature(Faults faults) {
    this.delay = faults.workDelay();
    this.streamsEnd = faults.works(Part.STREAM_ENDS);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(PATH + "/health", WorkflowFeature::health);
    routes.post(PATH + "/stream", this::stream);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static void health(Context ctx) {
    ctx.json(
        Map.of(
            "status",
            "healthy",
            "service",
            "account-agents",
            "model",
            "rules-1",
            "provider",
            "reference",
            "timestamp",
            Instant.now()));
  }

  private void stream(Context ctx) throws IOException {
    WorkflowRun run = run(JsonFields.of(ctx));
    ctx.contentType("text/event-stream").header("Cache-Control", "no-cache");
    EventStream stream = new EventStream(run, ctx.res().getOutputStream(), streamsEnd);
    CompletableFuture<Void> end = stream.start(timer, delay);
    ctx.future(() -> end);
  }

  private static WorkflowRun run(JsonFields body) {
    String accountId = body.text("account_id", 1, MAX_TEXT);
    String workflow = body.choice("workflow", "account_analysis", WorkflowRun.WORKFLOWS);
    String sessionId =
        body.optionalText("session_id", MAX_TEXT).orElseGet(() -> UUID.randomUUID().toString());
    body.optionalText("thread_id", MAX_TEXT);
    body.optionalText("run_id", MAX_TEXT);
    body.nested("options");
    body.throwIfInvalid();
    return new WorkflowRun(workflow, accountId, sessionId);
  }
}
