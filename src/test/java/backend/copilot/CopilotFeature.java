package backend.copilot;

import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.Json;
import backend.kit.JsonFields;
import backend.kit.ValidationException;
import backend.kit.Violation;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;

/** Lets agents look into an account, step by step as a stream of events or all at once. */
public final class CopilotFeature implements Feature {

  /** The beginning of all its paths. */
  public static final String PATH = "/api/copilotkit";

  private static final int MOST_STREAMS = 2_000;
  private static final int TIMER_THREADS = 4;

  private final Duration delay;
  private final boolean streamsEnd;
  private final Semaphore streams = new Semaphore(MOST_STREAMS);
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          TIMER_THREADS,
          work -> {
            Thread thread = new Thread(work, "copilot-streams");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param delay by which every frame of a stream takes longer
   * @param streamsEnd whether streams get to their last frame
   */
  public CopilotFeature(Duration delay, boolean streamsEnd) {
    this.delay = delay;
    this.streamsEnd = streamsEnd;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.get(PATH + "/health", ctx -> ctx.json(Health.now()));
    routes.post(PATH + "/stream", this::stream);
    routes.post(PATH, this::answer);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private record Health(
      String status, String service, String model, String provider, Instant timestamp) {

    static Health now() {
      return new Health(
          "healthy", "account-agents", WorkflowRun.MODEL, WorkflowRun.PROVIDER, Instant.now());
    }
  }

  private void stream(Context ctx) throws IOException {
    WorkflowRequest request = WorkflowRequest.read(JsonFields.of(ctx));
    Workflow workflow =
        Workflow.named(request.workflow()).orElseThrow(() -> unknownWorkflow(request));
    ctx.contentType("text/event-stream").header("Cache-Control", "no-cache");
    WorkflowRun run = new WorkflowRun(request, workflow);
    OutputStream out = ctx.res().getOutputStream();
    EventStream stream = new EventStream(run, out, timer, delay, streamsEnd);
    if (!streams.tryAcquire()) {
      throw ApiException.unavailable("Too many open streams");
    }
    ctx.future(() -> stream.start().whenComplete((done, failure) -> streams.release()));
  }

  private static ValidationException unknownWorkflow(WorkflowRequest request) {
    return new ValidationException(
        List.of(
            new Violation(
                "enum",
                List.of("body", "workflow"),
                "Input should be one of " + String.join(", ", Workflow.words()),
                request.workflow())));
  }

  /** What the last frame of the stream would say; a failure is an answer like any other. */
  private void answer(Context ctx) {
    WorkflowRequest request = WorkflowRequest.read(JsonFields.of(ctx));
    Workflow.named(request.workflow())
        .ifPresentOrElse(
            workflow -> ctx.json(lastData(new WorkflowRun(request, workflow))),
            () -> ctx.json(failure(request)));
  }

  private static ObjectNode lastData(WorkflowRun run) {
    while (run.framesLeft() > 1) {
      run.next();
    }
    return run.next().data();
  }

  private static ObjectNode failure(WorkflowRequest request) {
    ObjectNode answer = Json.mapper().valueToTree(request);
    answer
        .put("total_duration_ms", 0)
        .putPOJO(
            "final_output",
            Map.of(
                "status", "error",
                "account_id", request.accountId(),
                "execution_summary", Map.of("error", "unknown workflow"),
                "recommendations", List.of()));
    return answer;
  }
}
