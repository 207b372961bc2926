package simulations.users.marketdata;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static loadgate.Chains.rated;
import static loadgate.Chains.steps;
import static simulations.users.marketdata.ToolChecks.present;
import static simulations.users.marketdata.ToolChecks.result;
import static simulations.users.marketdata.ToolChecks.text;
import static simulations.users.marketdata.ToolChecks.usable;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.time.Duration;
import loadgate.metrics.Metric;

/** Submits {@code #{query}} to the workers of the target and polls its task until it ends. */
final class QueryTask {

  static final Metric COMPLETION = new Metric("completion-rate", "DSL Task");

  static final Duration POLL_LIMIT = Duration.ofSeconds(10);
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private static final String COMPLETED = "completed";
  private static final String STATUS = "taskStatus";
  private static final String ACCEPTED_AT = "taskAcceptedAt";

  private static final HttpRequestActionBuilder SUBMIT =
      MarketRequests.query("[DSL] Execute Query", "#{query}", true)
          .check(
              usable(),
              text("/query").isEL("#{query}").name("answer is about another query"),
              text("/status").is("running").name("query is not running"),
              present("/task_id").name("task has no id"),
              text("/task_id").saveAs("taskId"));

  /** A task that is cancelled or not found will never be completed. */
  private static final HttpRequestActionBuilder POLL =
      MarketRequests.tool("[Task] Status", "get-task-status", "{\"taskId\":\"#{taskId}\"}")
          .check(
              usable(),
              text("/task_id").isEL("#{taskId}").name("answer is about another task"),
              result()
                  .transform(QueryTask::status)
                  .in("pending", "running", COMPLETED)
                  .name("task is not on its way")
                  .saveAs(STATUS));

  private QueryTask() {}

  /** Records whether the query was accepted and its task completed in time. */
  static ChainBuilder submitAndAwait() {
    return exec(session -> session.remove(STATUS))
        .exec(rated(COMPLETION, steps(SUBMIT, awaitEnd()), QueryTask::isCompleted));
  }

  private static String status(JsonNode task) {
    String status = task.path("status").asText();
    double progress = task.path("progress").asDouble();
    boolean unfinished = status.equals(COMPLETED) && progress != 1;
    return unfinished ? "completed with progress " + progress : status;
  }

  private static ChainBuilder awaitEnd() {
    return exec(session -> session.set(ACCEPTED_AT, System.nanoTime()))
        .exec(
            asLongAs(QueryTask::isPending)
                .on(exec(POLL).doIf(QueryTask::isPending).then(pause(POLL_INTERVAL))));
  }

  private static boolean isPending(Session session) {
    return !session.isFailed()
        && !isCompleted(session)
        && sinceAccepted(session).compareTo(POLL_LIMIT) < 0;
  }

  private static boolean isCompleted(Session session) {
    return COMPLETED.equals(session.get(STATUS));
  }

  private static Duration sinceAccepted(Session session) {
    return Duration.ofNanos(System.nanoTime() - session.getLong(ACCEPTED_AT));
  }
}
