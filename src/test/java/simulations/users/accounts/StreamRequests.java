package simulations.users.accounts;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.doIfOrElse;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;
import static loadgate.Chains.rated;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import io.gatling.javaapi.http.SseConnectActionBuilder;
import java.time.Duration;
import java.util.function.Supplier;
import loadgate.JsonBody;
import loadgate.metrics.Metric;
import loadgate.metrics.StreamTimeout;
import loadgate.model.Unit;
import loadgate.target.Target;

/**
 * The requests to the agents. A stream is recorded as two requests: the connection, until the
 * response header, and the rest, until the outcome of the stream is known.
 */
final class StreamRequests {

  static final Metric FIRST_EVENT_TIME =
      Metric.values("first-event-time", "First event", Unit.MILLISECONDS);
  static final Metric COMPLETION_TIME =
      Metric.values("completion-time", "Whole stream", Unit.MILLISECONDS);
  static final Metric FRAME_GAP = Metric.values("frame-gap", "Frame gap", Unit.MILLISECONDS);

  private static final String HEALTH_PATH = "/api/copilotkit/health";
  private static final String STREAM_PATH = "/api/copilotkit/stream";

  static final HttpRequestActionBuilder HEALTH =
      http(HEALTH_PATH)
          .get(HEALTH_PATH)
          .check(
              status().is(200), jsonPath("$.status").is("healthy").name("agents are not healthy"));

  private final Metric success;
  private final Duration patience;
  private final StreamCounts counts = new StreamCounts();

  /**
   * @param success the rate of streams that succeed, with the time each stream took
   * @param patience how long a stream may take
   */
  StreamRequests(Metric success, Duration patience) {
    this.success = success;
    this.patience = patience;
  }

  static void expectHealthy(Target target) {
    target.get(HEALTH_PATH).expect(200);
  }

  StreamCounts counts() {
    return counts;
  }

  /**
   * Opens a stream, waits for its outcome, records it and closes the stream.
   *
   * @param kind in the name of the requests
   */
  ChainBuilder follow(String kind, Supplier<AccountStream> newStream) {
    return exec(session -> session.set("stream", newStream.get()))
        .exec(
            rated(
                success,
                exec(StreamTimeout.within(patience, open(STREAM_PATH + " [" + kind + "]"))),
                session -> stream(session).isCompleted()))
        .exec(this::end)
        .exec(
            // Without an outcome it is closed already; to close it again is an error.
            doIfOrElse(session -> stream(session).outcome().isPresent())
                .then(exec(sse(STREAM_PATH + " [close]", "sse").close()))
                .orElse(exec(session -> session.remove("sse"))));
  }

  /** Records when the frames of the last stream arrived. */
  ChainBuilder recordTimes() {
    return exec(
        FIRST_EVENT_TIME.record(
            session -> stream(session).firstFrameMillis().map(Metric.Sample::floor)),
        COMPLETION_TIME.record(
            session -> stream(session).completionMillis(patience).map(Metric.Sample::floor)),
        FRAME_GAP.recordAll(
            session ->
                stream(session).gapMillis(patience).stream().map(Metric.Sample::floor).toList()));
  }

  private SseConnectActionBuilder open(String name) {
    return sse(name, "sse")
        .post(STREAM_PATH)
        .header("Accept", "text/event-stream")
        .header("Content-Type", "application/json")
        .body(JsonBody.of(session -> stream(session).request()))
        .sign((request, session) -> stream(session).sentOnce(request))
        // Longer than the time-out of the stream, which closes it as well.
        .await(patience.plus(patience))
        .on(
            sse.checkMessage(name + " completed")
                .matching(bodyString().transformWithSession(this::decides).is(true))
                .check(
                    bodyString()
                        .transformWithSession((event, session) -> stream(session).outcome().get())
                        .is(AccountStream.COMPLETED)
                        .name("stream is not completed")));
  }

  private boolean decides(String event, Session session) {
    AccountStream stream = stream(session);
    int before = stream.frames();
    boolean decides = stream.receive(event);
    if (stream.frames() > before) {
      counts.received(System.nanoTime());
      if (before == 0) {
        counts.opened();
      }
    }
    return decides;
  }

  private Session end(Session session) {
    stream(session).end();
    if (stream(session).frames() > 0) {
      counts.closed();
    }
    return session;
  }

  private static AccountStream stream(Session session) {
    return session.get("stream");
  }
}
