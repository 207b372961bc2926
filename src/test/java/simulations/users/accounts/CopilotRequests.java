package simulations.users.accounts;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ActionBuilder;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.gatling.javaapi.http.SseConnectActionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import loadgate.JsonBody;
import loadgate.UserType;
import loadgate.metrics.DerivedMetric;
import loadgate.metrics.Metric;
import loadgate.model.Unit;
import loadgate.target.Target;

/**
 * The requests to the agents. A stream is two requests in one execution of the user type's group:
 * the connection, until the response header, and the rest, until the stream is over.
 */
final class CopilotRequests {

  static final Metric FIRST_EVENT_TIME =
      Metric.values("first-event-time", "First event", Unit.MILLISECONDS);
  static final Metric COMPLETION_TIME =
      Metric.values("completion-time", "Whole stream", Unit.MILLISECONDS);
  static final Metric FRAME_GAP = Metric.values("frame-gap", "Frame gap", Unit.MILLISECONDS);

  private static final String PATH = "/api/copilotkit";
  private static final String STREAM_PATH = PATH + "/stream";
  private static final String STREAM = "accountStream";
  private static final String OPEN = "accountStreamOpen";

  private final UserType userType;
  private final StreamCounts counts = new StreamCounts();

  CopilotRequests(UserType userType) {
    this.userType = userType;
  }

  /** Whether the agents are there. */
  static void findAgents(Target target) {
    target.get(PATH + "/health").expect(200);
  }

  /** What is known of all streams when the load has ended. */
  List<DerivedMetric> figures() {
    return counts.figures();
  }

  /**
   * Failures for the streams that never ended: Gatling waits without limit for a response header,
   * and who waits when the load ends has recorded nothing.
   */
  DerivedMetric unfinished(Metric succeeded) {
    return new DerivedMetric(succeeded, Metric.Sample.rates(0, counts.unfinished()));
  }

  HttpRequestActionBuilder health() {
    return http(PATH + "/health")
        .get(PATH + "/health")
        .check(status().is(200), jsonPath("$.status").is("healthy"));
  }

  /**
   * Opens a stream, waits for its outcome and closes it.
   *
   * @param kind in the name of the requests
   * @param threadPrefix before the account's id in the thread's id
   */
  ChainBuilder stream(
      String kind, String threadPrefix, Duration limit, Supplier<AccountStream> newStream) {
    String name = STREAM_PATH + " [" + kind + "]";
    return exec(session -> start(session, newStream.get()))
        .exec(group("Stream").on(exec(opened(name, threadPrefix, limit))))
        .exec(close(limit));
  }

  private Session start(Session session, AccountStream stream) {
    counts.started();
    return session.set(STREAM, stream);
  }

  private SseConnectActionBuilder opened(String name, String threadPrefix, Duration limit) {
    return sse(name, OPEN)
        .post(STREAM_PATH)
        .header("Accept", "text/event-stream")
        .header("Content-Type", "application/json")
        .body(JsonBody.of(session -> workflow(of(session), threadPrefix)))
        .sign((request, session) -> of(session).sent(request))
        .await(limit)
        .on(
            sse.checkMessage(name + " completed")
                .matching(bodyString().transformWithSession(this::receive).is(true))
                .check(
                    bodyString()
                        .transformWithSession((event, session) -> of(session).outcome().get())
                        .is(AccountStream.COMPLETED)));
  }

  private static Map<String, Object> workflow(AccountStream stream, String threadPrefix) {
    return Map.of(
        "account_id", stream.accountId(),
        "workflow", stream.workflow(),
        "thread_id", threadPrefix + stream.accountId(),
        "run_id", "run-" + System.currentTimeMillis(),
        "options", Map.of());
  }

  private boolean receive(String event, Session session) {
    AccountStream stream = of(session);
    int before = stream.frames();
    boolean over = stream.receive(event);
    if (stream.frames() > before) {
      counts.received(System.nanoTime());
      if (before == 0) {
        counts.opened();
      }
    }
    return over;
  }

  /** A stream that broke off is closed already, and Gatling would call closing it an error. */
  private ChainBuilder close(Duration limit) {
    return exec(this::finish)
        .exec(
            doIfOrElse(
                    session ->
                        of(session).outcome().isPresent() || of(session).age().compareTo(limit) > 0)
                .then(exec(sse(STREAM_PATH + " [close]", OPEN).close()))
                .orElse(exec(session -> session.remove(OPEN))));
  }

  private Session finish(Session session) {
    counts.finished();
    if (of(session).frames() > 0) {
      counts.closed();
    }
    return session;
  }

  /** Records whether the last stream succeeded. */
  ActionBuilder recordSuccess(Metric succeeded) {
    return succeeded.record(session -> Optional.of(Metric.Sample.rate(of(session).isCompleted())));
  }

  /** Records how the frames of the last stream came in. */
  ChainBuilder recordTimes() {
    return exec(
        FIRST_EVENT_TIME.record(
            session -> of(session).firstFrameMillis().map(Metric.Sample::floor)),
        COMPLETION_TIME.record(session -> of(session).completionMillis().map(Metric.Sample::floor)),
        FRAME_GAP.recordAll(
            session -> of(session).gapMillis().stream().map(Metric.Sample::floor).toList()));
  }

  private static AccountStream of(Session session) {
    return session.get(STREAM);
  }
}
