package backend.application;

import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.Job;
import backend.kit.JsonFields;
import backend.kit.WorkQueue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Submits background tasks and reports on them and their workers. */
final class TasksFeature implements Feature {

  private static final String PREFIX = "/api/v1/tasks";
  private static final List<String> KINDS = List.of("ingest");
  private static final int MAX_WAIT_SECONDS = 10;

  private final WorkQueue queue;

  TasksFeature(WorkQueue queue) {
    this.queue = queue;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post(PREFIX, this::submit);
    routes.get(PREFIX + "/health", ctx -> ctx.json(health()));
    routes.get(PREFIX + "/workers/stats", ctx -> ctx.json(stats()));
    routes.get(PREFIX + "/active", ctx -> ctx.json(active()));
    routes.get(PREFIX + "/{task_id}/status", ctx -> ctx.json(status(ctx.pathParam("task_id"))));
    routes.get(PREFIX + "/{task_id}/result", this::result);
  }

  private void submit(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String kind = body.choice("kind", KINDS);
    JsonFields payload = body.nested("payload");
    String collection = payload.text("collection", 1, 128);
    List<String> texts = payload.texts("texts", 1, 100);
    body.throwIfInvalid();
    Job job =
        queue
            .submit(kind, running -> ingest(collection, texts))
            .orElseThrow(() -> new ApiException(503, "Task queue is full"));
    ctx.status(202).json(Map.of("task_id", job.id(), "status", Job.State.PENDING));
  }

  /** Gives every text of a collection an id. */
  private static Map<String, Object> ingest(String collection, List<String> texts)
      throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextLong(200, 801));
    List<UUID> ids = texts.stream().map(text -> UUID.randomUUID()).toList();
    return Map.of("collection", collection, "count", ids.size(), "document_ids", ids);
  }

  /** {@code failed} is null until the end. */
  private record Status(String taskId, Job.State status, Boolean failed) {}

  /** An unknown id is reported as pending, as Celery does. */
  private Status status(String id) {
    Job.State state = queue.find(id).map(Job::state).orElse(Job.State.PENDING);
    boolean ended = state == Job.State.SUCCESS || state == Job.State.FAILURE;
    return new Status(id, state, ended ? state == Job.State.FAILURE : null);
  }

  private void result(Context ctx) {
    String id = ctx.pathParam("task_id");
    JsonFields query = JsonFields.ofQuery(ctx);
    double seconds = query.optionalNumber("timeout", 0, Integer.MAX_VALUE).orElse(MAX_WAIT_SECONDS);
    query.throwIfInvalid();
    long millis = Math.round(Math.min(seconds, MAX_WAIT_SECONDS) * 1_000);
    ctx.future(
        () ->
            queue
                .find(id)
                .map(Job::end)
                .orElseGet(CompletableFuture::new)
                .completeOnTimeout(null, millis, TimeUnit.MILLISECONDS)
                .thenAccept(job -> ctx.json(resultOf(id, job))));
  }

  private static Map<String, Object> resultOf(String id, Job job) {
    if (job == null || job.state() != Job.State.SUCCESS) {
      throw new ApiException(500, "Task " + id + (job == null ? " timed out" : " failed"));
    }
    return Map.of("task_id", id, "result", job.result(), "success", true);
  }

  private Map<String, Object> health() {
    boolean online = !queue.workers().isEmpty();
    return Map.of("status", online ? "healthy" : "unhealthy", "celery_available", online);
  }

  private Map<String, Object> stats() {
    Map<String, Job> running = queue.running();
    return Map.of(
        "stats", byWorker(worker -> Map.of("busy", running.containsKey(worker))),
        "ping", byWorker(worker -> Map.of("ok", "pong")),
        "registered", byWorker(worker -> KINDS));
  }

  /** Workers take one task at a time, so that none is reserved or scheduled. */
  private Map<String, Object> active() {
    Map<String, Job> running = queue.running();
    Map<String, Object> active =
        byWorker(worker -> Stream.ofNullable(running.get(worker)).map(Job::id).toList());
    return Map.of("active", active, "scheduled", Map.of(), "reserved", Map.of());
  }

  private Map<String, Object> byWorker(Function<String, ?> view) {
    return queue.workers().stream().collect(Collectors.toMap(Function.identity(), view));
  }
}
