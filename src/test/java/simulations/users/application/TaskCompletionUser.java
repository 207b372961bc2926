package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.steps;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.metrics.Metric;

/** Submits a task, polls until it is done and fetches its result. */
public final class TaskCompletionUser implements UserType {

  private static final Metric COMPLETION = new Metric("completion-rate", "Task completed");

  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
  private static final Duration POLL_LIMIT = Duration.ofSeconds(10);

  @Override
  public List<Metric> metrics() {
    return List.of(COMPLETION);
  }

  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.removeAll("taskId", "taskState"))
        .exec(feed(csv("feeders/texts.csv").random()))
        .exec(session -> session.set("collection", "loadgate-" + RandomText.of(12)))
        .exec(steps(submit(), awaitSuccess(), result()))
        .exec(COMPLETION.record(TaskCompletionUser::completed));
  }

  private static HttpRequestActionBuilder submit() {
    return http("Tasks - Submit")
        .post("/api/v1/tasks")
        .body(JsonBody.of(TaskCompletionUser::ingestion))
        .asJson()
        .check(status().is(202), jsonPath("$.task_id").find().not("").saveAs("taskId"));
  }

  private static Map<String, ?> ingestion(Session session) {
    List<String> texts = List.of(session.getString("text1"), session.getString("text2"));
    return Map.of(
        "kind",
        "ingest",
        "payload",
        Map.of("collection", session.getString("collection"), "texts", texts));
  }

  private static ChainBuilder awaitSuccess() {
    return exec(session -> session.set("deadline", System.nanoTime() + POLL_LIMIT.toNanos()))
        .exec(
            asLongAs(TaskCompletionUser::awaiting)
                .on(exec(poll()).doIf(TaskCompletionUser::awaiting).then(pause(POLL_INTERVAL))));
  }

  private static boolean awaiting(Session session) {
    return !session.isFailed() && !"SUCCESS".equals(session.get("taskState"));
  }

  private static HttpRequestActionBuilder poll() {
    return http("Tasks - Status")
        .get("/api/v1/tasks/#{taskId}/status")
        .check(
            status().is(200),
            jsonPath("$.task_id").isEL("#{taskId}"),
            jsonPath("$.failed").withDefault("false").transform(String::valueOf).not("true"),
            jsonPath("$.status").validate("task state", TaskCompletionUser::judged),
            jsonPath("$.status").saveAs("taskState"));
  }

  private static String judged(String state, Session session) {
    if (List.of("FAILURE", "REVOKED").contains(state)) {
      throw new IllegalStateException("the task ended as " + state);
    }
    if (!state.equals("SUCCESS") && System.nanoTime() > session.getLong("deadline")) {
      throw new IllegalStateException("timed out");
    }
    return state;
  }

  private static HttpRequestActionBuilder result() {
    return http("Tasks - Result")
        .get("/api/v1/tasks/#{taskId}/result")
        .check(
            status().is(200),
            jsonPath("$.success").ofBoolean().is(true),
            jsonPath("$.result.collection").isEL("#{collection}"),
            jsonPath("$.result.count").ofInt().is(2),
            jsonPath("$.result.document_ids[*]").count().is(2));
  }

  /** Of the tasks that were accepted, those whose result was right. */
  private static Optional<Metric.Sample> completed(Session session) {
    return session.contains("taskId")
        ? Optional.of(Metric.Sample.rate(!session.isFailed()))
        : Optional.empty();
  }
}
