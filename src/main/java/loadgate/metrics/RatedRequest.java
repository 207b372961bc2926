package loadgate.metrics;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import java.util.Optional;
import java.util.function.Predicate;

/** A request whose outcome is recorded as one sample of a rate, whatever becomes of it. */
public final class RatedRequest {

  private static final String FAILED_BEFORE = "loadgate.failedBefore.";
  private static final String SENT_AT = "loadgate.sentAt.";

  private RatedRequest() {}

  /**
   * The request or chain of requests with its outcome recorded: one that failed or was not sent is
   * a miss, and so is one on whose answer the function throws. The sample has the time from its
   * start to its end.
   *
   * @param hit is asked only when the request did not fail
   */
  public static ChainBuilder of(Metric rate, Executable request, Predicate<Session> hit) {
    String failedBefore = FAILED_BEFORE + rate.name();
    String sentAt = SENT_AT + rate.name();
    return exec(session ->
            withStatus(
                OK$.MODULE$,
                session
                    .set(failedBefore, hasFailedOutsideOfBlocks(session))
                    .set(sentAt, System.nanoTime())))
        .exec(request)
        .exec(
            rate.record(
                session ->
                    Optional.of(
                        Metric.Sample.timed(
                            isHit(hit, session), millisSince(session.getLong(sentAt))))))
        .exec(
            session ->
                session.getBoolean(failedBefore)
                    ? withStatus(KO$.MODULE$, session.remove(failedBefore))
                    : session.remove(failedBefore));
  }

  private static long millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1_000_000;
  }

  private static boolean isHit(Predicate<Session> hit, Session session) {
    try {
      return !session.isFailed() && hit.test(session);
    } catch (RuntimeException e) {
      // What the function misses in the answer is the answer's fault.
      return false;
    }
  }

  private static boolean hasFailedOutsideOfBlocks(Session session) {
    return session.asScala().baseStatus() == KO$.MODULE$;
  }

  /** Unlike {@code markAsFailed} this leaves groups alone that were entered since the failure. */
  private static Session withStatus(Status status, Session session) {
    io.gatling.core.session.Session user = session.asScala();
    return new Session(
        user.copy(
            user.scenario(),
            user.userId(),
            user.attributes(),
            status,
            user.blockStack(),
            user.onExit(),
            user.eventLoop()));
  }
}
