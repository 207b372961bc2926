package backend.tasks;

import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.QueryFields;
import backend.kit.ValidationException;
import backend.kit.Violation;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Submits background tasks and tells how they, and their workers, are doing. */
public final class TasksFeature implements Feature {

  private static final String PREFIX = "/api/v1/tasks";
  private static final int MAX_WAIT_SECONDS = 10;
  private static final Pattern ID = Pattern.compile("[^\\s\\p{Cntrl}]{1,255}");

  private final TaskQueue queue;
  private final WorkerInspection inspection;

  public TasksFeature(TaskQueue queue) {
    this.queue = queue;
    this.inspection = new WorkerInspection(queue);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post(PREFIX, this::submit);
    routes.get(PREFIX + "/health", ctx -> ctx.json(inspection.health()));
    routes.get(PREFIX + "/workers/stats", ctx -> ctx.json(inspection.stats()));
    routes.get(PREFIX + "/active", ctx -> ctx.json(inspection.tasks()));
    routes.get(PREFIX + "/{task_id}/status", ctx -> ctx.json(status(id(ctx))));
    routes.get(PREFIX + "/{task_id}/result", this::result);
  }

  @Override
  public void close() {
    queue.close();
  }

  private record Accepted(String taskId, Task.Status status, String message) {}

  private record StatusReport(
      String taskId,
      Task.Status status,
      JsonNode result,
      String info,
      String traceback,
      Boolean successful,
      Boolean failed,
      Double progress) {}

  private record Result(String taskId, JsonNode result, boolean success) {}

  private void submit(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String kind = body.choice("kind", TaskKind.words());
    JsonFields payload = body.nested("payload");
    if (kind.equals(TaskKind.INGEST.word())) {
      payload.text("collection", 1, 128);
      payload.texts("texts", 1, 100);
    }
    body.throwIfInvalid();
    Task task =
        queue
            .submit(TaskKind.of(kind), payload.asSent())
            .orElseThrow(() -> ApiException.unavailable("Task queue is full"));
    ctx.status(202).json(new Accepted(task.id(), Task.Status.PENDING, "Task submitted"));
  }

  /** An id that nobody knows is reported as pending, as a broker without memory does. */
  private StatusReport status(String id) {
    Task.State state = queue.find(id).map(Task::state).orElse(Task.State.PENDING);
    return new StatusReport(
        id,
        state.status(),
        state.result(),
        state.worker() == null ? null : "on " + state.worker(),
        state.traceback(),
        state.finished() ? state.successful() : null,
        state.finished() ? !state.successful() : null,
        state.finished() ? 1.0 : 0.0);
  }

  private void result(Context ctx) {
    String id = id(ctx);
    QueryFields query = QueryFields.of(ctx);
    double seconds = query.number("timeout", MAX_WAIT_SECONDS, 0, Integer.MAX_VALUE);
    query.throwIfInvalid();
    long millis = Math.round(Math.min(seconds, MAX_WAIT_SECONDS) * 1_000);
    ctx.future(
        () ->
            queue
                .find(id)
                .map(Task::end)
                .orElseGet(CompletableFuture::new)
                .completeOnTimeout(Task.State.PENDING, millis, TimeUnit.MILLISECONDS)
                .thenAccept(end -> ctx.json(resultOf(id, end))));
  }

  private static Result resultOf(String id, Task.State end) {
    if (!end.finished()) {
      throw ApiException.serverError("Task " + id + " timed out");
    }
    if (!end.successful()) {
      throw ApiException.serverError("Task " + id + " failed");
    }
    return new Result(id, end.result(), true);
  }

  private static String id(Context ctx) {
    String id = ctx.pathParam("task_id");
    if (!ID.matcher(id).matches()) {
      throw new ValidationException(
          List.of(
              new Violation(
                  "string_pattern_mismatch",
                  List.of("path", "task_id"),
                  "String should have 1 to 255 characters without white space",
                  id)));
    }
    return id;
  }
}
