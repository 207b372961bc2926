package backend.application;

import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.Job;
import backend.kit.JsonFields;
import backend.kit.QueryFields;
import backend.kit.WorkQueue;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Submits background tasks and reports on them and their workers. */
final class TasksFeature implements Feature {

  private static final String PREFIX = "/api/v1/tasks";
  private static final List<String> KINDS = List.of("ingest", "echo", "fail");
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
    if (kind.equals("ingest")) {
      payload.text("collection", 1, 128);
      payload.texts("texts", 1, 100);
    }
    body.throwIfInvalid();
    Job job =
        queue
            .submit(kind, running -> perform(kind, payload.asSent()))
            .orElseThrow(() -> ApiException.unavailable("Task queue is full"));
    ctx.status(202).json(Map.of("task_id", job.id(), "status", Job.State.PENDING));
  }

  private static Object perform(String kind, JsonNode payload) throws InterruptedException {
    Thread.sleep(ThreadLocalRandom.current().nextLong(200, 801));
    return switch (kind) {
      case "ingest" -> ingested(payload);
      case "echo" -> payload;
      default -> throw new IllegalStateException("asked to fail");
    };
  }

  /** Gives every text of a collection an id. */
  private static Map<String, Object> ingested(JsonNode payload) {
    List<UUID> ids =
        StreamSupport.stream(payload.path("texts").spliterator(), false)
            .map(text -> UUID.randomUUID())
            .toList();
    return Map.of(
        "collection", payload.path("collection"), "count", ids.size(), "document_ids", ids);
  }

  /** An unknown id is reported as pending, as Celery does. */
  private Map<String, Object> status(String id) {
    Optional<Job> job = queue.find(id);
    Job.State state = job.map(Job::state).orElse(Job.State.PENDING);
    boolean ended = state == Job.State.SUCCESS || state == Job.State.FAILURE;
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("task_id", id);
    status.put("status", state);
    status.put("result", job.map(Job::result).orElse(null));
    status.put("traceback", job.map(Job::error).orElse(null));
    status.put("failed", ended ? state == Job.State.FAILURE : null);
    status.put("progress", job.map(Job::progress).orElse(0.0));
    return status;
  }

  private void result(Context ctx) {
    String id = ctx.pathParam("task_id");
    QueryFields query = QueryFields.of(ctx);
    double seconds = query.number("timeout", MAX_WAIT_SECONDS, 0, Integer.MAX_VALUE);
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
    if (job == null) {
      throw ApiException.serverError("Task " + id + " timed out");
    }
    if (job.state() != Job.State.SUCCESS) {
      throw ApiException.serverError("Task " + id + " failed");
    }
    return Map.of("task_id", id, "result", job.result(), "success", true);
  }

  private Map<String, Object> health() {
    int workers = queue.workers().size();
    return Map.of(
        "status",
        workers > 0 ? "healthy" : "unhealthy",
        "active_workers",
        workers,
        "message",
        workers + " workers are online",
        "celery_available",
        workers > 0);
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
