package simulations.users.application;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;
import static loadgate.Chains.steps;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.UserTypeHooks;
import loadgate.metrics.Metric;

/** Submits a task, polls until it is done and fetches its result. */
public final class TaskCompletionUser implements UserType, UserTypeHooks {

  private static final Metric COMPLETION = new Metric("completion-rate", "Task completed");

  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
  private static final Duration POLL_LIMIT = Duration.ofSeconds(10);
  private static final String NO_FLAW = "no flaw";

  @Override
  public List<Metric> metrics() {
    return List.of(COMPLETION);
  }

  /** Submission, last poll and result may each take as long as the polling between them. */
  @Override
  public Duration longestIteration() {
    return POLL_LIMIT.multipliedBy(3);
  }

  /** A task that was not accepted is not completed either. */
  @Override
  public ChainBuilder iterate() {
    return exec(session -> session.remove("taskState"))
        .exec(feed(csv("feeders/texts.csv").random()))
        .exec(session -> session.set("collection", "loadgate-" + RandomText.of(12)))
        .exec(rated(COMPLETION, steps(submit(), awaitSuccess(), result())));
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
            jsonPath("$.task_id").isEL("#{taskId}").name("status is of another task"),
            jsonPath("$.failed")
                .withDefault("false")
                .transform(String::valueOf)
                .not("true")
                .name("task has failed"),
            jsonPath("$.status")
                .transformWithSession(TaskCompletionUser::flaw)
                .is(NO_FLAW)
                .name("task did not succeed"),
            jsonPath("$.status").saveAs("taskState"));
  }

  private static String flaw(String state, Session session) {
    if (List.of("FAILURE", "REVOKED").contains(state)) {
      return state;
    }
    boolean late = !state.equals("SUCCESS") && System.nanoTime() > session.getLong("deadline");
    return late ? "timed out" : NO_FLAW;
  }

  private static HttpRequestActionBuilder result() {
    return http("Tasks - Result")
        .get("/api/v1/tasks/#{taskId}/result")
        .check(
            status().is(200),
            jsonPath("$.success").ofBoolean().is(true),
            jsonPath("$.result.collection")
                .isEL("#{collection}")
                .name("result is of another collection"),
            jsonPath("$.result.count").ofInt().is(2).name("result has not counted both texts"),
            jsonPath("$.result.document_ids[*]").count().is(2).name("texts have not got two ids"));
  }
}
