package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static loadgate.Chains.steps;
import static simulations.users.marketdata.MarketCheck.result;
import static simulations.users.marketdata.MarketCheck.saved;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import loadgate.UserType;
import loadgate.metrics.Metric;

/** A query that workers of the target answer, watched until it is done. */
final class QueryTask {

  static final Metric COMPLETION = new Metric("completion-rate", "DSL Task");

  static final Duration POLL_LIMIT = Duration.ofSeconds(10);

  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private static final Set<String> ON_ITS_WAY = Set.of("pending", "running");
  private static final String COMPLETED = "completed";

  private static final String TASK_ID = "dslTaskId";
  private static final String STATE = "dslTaskState";
  private static final String ACCEPTED_AT = "dslTaskAcceptedAt";

  private final UserType userType;
  private final MarketCalls calls;

  QueryTask(UserType userType) {
    this.userType = userType;
    this.calls = new MarketCalls(userType);
  }

  /** Hands the query in and waits for its end; how that went is a sample of the metric. */
  ChainBuilder iterate() {
    return feed(csv("feeders/market-queries.csv").random())
        .exec(session -> session.removeAll(TASK_ID, STATE, ACCEPTED_AT))
        .exec(steps(handIn(), awaitEnd()))
        .exec(COMPLETION.record(QueryTask::outcome));
  }

  private HttpRequestActionBuilder handIn() {
    return calls
        .query("[DSL] Execute Query", session -> session.getString("query"), true)
        .check(result("accepted", QueryTask::isAccepted), saved("task_id", TASK_ID));
  }

  private static boolean isAccepted(JsonNode answer) {
    return answer.path("status").asText().equals("running")
        && answer.path("task_id").isTextual()
        && !answer.path("task_id").textValue().isEmpty();
  }

  private ChainBuilder awaitEnd() {
    return exec(session -> session.set(ACCEPTED_AT, System.nanoTime()))
        .exec(
            asLongAs(QueryTask::isOpen)
                .on(exec(poll()).doIf(QueryTask::isOpen).then(pause(POLL_INTERVAL))));
  }

  private HttpRequestActionBuilder poll() {
    return calls
        .tool(
            "[Task] Status",
            session -> "get-task-status",
            session -> Map.of("taskId", session.getString(TASK_ID)))
        .check(result("the task", QueryTask::isTheTask), saved("status", STATE));
  }

  /** A task that is not found or cancelled will never be done. */
  private static boolean isTheTask(JsonNode answer, Session session) {
    String state = answer.path("status").asText();
    boolean done = state.equals(COMPLETED) && answer.path("progress").asDouble() == 1;
    return answer.path("task_id").asText().equals(session.getString(TASK_ID))
        && (done || ON_ITS_WAY.contains(state));
  }

  private static boolean isOpen(Session session) {
    return !session.isFailed()
        && !isDone(session)
        && sinceAccepted(session).compareTo(POLL_LIMIT) < 0;
  }

  private static boolean isDone(Session session) {
    return session.contains(STATE) && session.getString(STATE).equals(COMPLETED);
  }

  private static Duration sinceAccepted(Session session) {
    return Duration.ofNanos(System.nanoTime() - session.getLong(ACCEPTED_AT));
  }

  /** Of the tasks that were accepted, those that were completed in time. */
  private static Optional<Metric.Sample> outcome(Session session) {
    if (!session.contains(ACCEPTED_AT)) {
      return Optional.empty();
    }
    boolean completed = !session.isFailed() && isDone(session);
    return Optional.of(Metric.Sample.timed(completed, sinceAccepted(session).toMillis()));
  }
}
