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

/** Hands in a task, watches it until it is done and fetches its result. */
public final class TaskCompletionUser implements UserType {

  private static final Metric COMPLETION = new Metric("completion-rate", "Task completed");

  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
  private static final Duration POLL_LIMIT = Duration.ofSeconds(10);

  private static final String COLLECTION = "collection";
  private static final String TASK_ID = "taskId";
  private static final String STATE = "taskState";
  private static final String DEADLINE = "taskDeadline";

  @Override
  public List<Metric> metrics() {
    return List.of(COMPLETION);
  }

  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.removeAll(TASK_ID, STATE))
        .exec(feed(csv("feeders/texts.csv").random()))
        .exec(steps(submit(), awaitSuccess(), result()))
        .exec(COMPLETION.record(TaskCompletionUser::completed));
  }

  private ChainBuilder submit() {
    return exec(session -> session.set(COLLECTION, "loadgate-" + RandomText.of(12)))
        .exec(
            http("Tasks - Submit")
                .post("/api/v1/tasks")
                .body(JsonBody.of(TaskCompletionUser::ingestion))
                .asJson()
                .check(status().is(202), jsonPath("$.task_id").find().not("").saveAs(TASK_ID)));
  }

  private static Map<String, ?> ingestion(Session session) {
    return Map.of(
        "kind",
        "ingest",
        "payload",
        Map.of("collection", session.getString(COLLECTION), "texts", texts(session)));
  }

  private static List<String> texts(Session session) {
    return List.of(session.getString("text1"), session.getString("text2"));
  }

  private ChainBuilder awaitSuccess() {
    return exec(session -> session.set(DEADLINE, System.nanoTime() + POLL_LIMIT.toNanos()))
        .exec(
            asLongAs(session -> !session.isFailed() && !succeeded(session))
                .on(
                    exec(poll())
                        .doIf(session -> !session.isFailed() && !succeeded(session))
                        .then(pause(POLL_INTERVAL))));
  }

  private HttpRequestActionBuilder poll() {
    return http("Tasks - Status")
        .get("/api/v1/tasks/#{" + TASK_ID + "}/status")
        .check(
            status().is(200),
            jsonPath("$.task_id").isEL("#{" + TASK_ID + "}"),
            jsonPath("$.failed").withDefault("false").transform(String::valueOf).not("true"),
            jsonPath("$.status").validate("task state", TaskCompletionUser::judged),
            jsonPath("$.status").saveAs(STATE));
  }

  private static String judged(String state, Session session) {
    boolean late = System.nanoTime() > session.getLong(DEADLINE);
    return switch (state) {
      case "SUCCESS" -> state;
      case "FAILURE", "REVOKED" -> throw new IllegalStateException("the task ended as " + state);
      default -> {
        if (late) {
          throw new IllegalStateException("timed out");
        }
        yield state;
      }
    };
  }

  private HttpRequestActionBuilder result() {
    return http("Tasks - Result")
        .get("/api/v1/tasks/#{" + TASK_ID + "}/result")
        .check(
            status().is(200),
            jsonPath("$.success").ofBoolean().is(true),
            jsonPath("$.result.collection").isEL("#{" + COLLECTION + "}"),
            jsonPath("$.result.count").ofInt().is(session -> texts(session).size()),
            jsonPath("$.result.document_ids[*]").count().is(session -> texts(session).size()));
  }

  private static boolean succeeded(Session session) {
    return session.contains(STATE) && session.getString(STATE).equals("SUCCESS");
  }

  /** Of the tasks that were accepted, those whose result was right. */
  private static Optional<Metric.Sample> completed(Session session) {
    return session.contains(TASK_ID)
        ? Optional.of(Metric.Sample.rate(!session.isFailed()))
        : Optional.empty();
  }
}
