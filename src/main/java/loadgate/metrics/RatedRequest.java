package loadgate.metrics;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A request whose outcome is recorded as one sample of a rate, whatever becomes of it. */
public final class RatedRequest {

  /** The rated requests on their way, by rate. */
  private static final String BEGUN = "gatling.loadgate.rated";

  /**
   * A rated request on its way.
   *
   * @param userHadFailed before it
   */
  private record Begun(boolean userHadFailed, long sinceNanos) {

    Metric.Sample sample(boolean hit) {
      return Metric.Sample.timed(hit, (System.nanoTime() - sinceNanos) / 1_000_000);
    }
  }

  private RatedRequest() {}

  /**
   * The request or chain of requests with its outcome recorded: one that failed or was not sent is
   * a miss, and so is one on whose answer the function throws, or that the user leaves. The sample
   * has the time from its start to its end.
   *
   * @param hit is asked only when the request did not fail
   */
  public static ChainBuilder of(Metric rate, Executable request, Predicate<Session> hit) {
    return exec(rate.record(session -> Optional.ofNullable(left(session.asScala()).get(rate))))
        .exec(session -> begin(session, rate))
        .exec(request)
        .exec(
            rate.record(
                session -> Optional.of(begun(session).get(rate).sample(isHit(hit, session)))))
        .exec(session -> end(session, rate));
  }

  private static Session begin(Session session, Metric rate) {
    Map<Metric, Begun> begun = new HashMap<>(begun(session));
    begun.put(rate, new Begun(session.asScala().baseStatus() == KO$.MODULE$, System.nanoTime()));
    return withStatus(OK$.MODULE$, session.set(BEGUN, begun));
  }

  private static Session end(Session session, Metric rate) {
    Map<Metric, Begun> begun = new HashMap<>(begun(session));
    boolean userHadFailed = begun.remove(rate).userHadFailed();
    Session ended = session.set(BEGUN, begun);
    return userHadFailed ? withStatus(KO$.MODULE$, ended) : ended;
  }

  /** Misses of what a user left before its end, as a failed request in a block makes it do. */
  public static Map<Metric, Metric.Sample> left(io.gatling.core.session.Session user) {
    Map<Metric, Metric.Sample> misses = new HashMap<>();
    begun(new Session(user)).forEach((rate, begun) -> misses.put(rate, begun.sample(false)));
    return misses;
  }

  /** The user without what it has left. */
  public static io.gatling.core.session.Session forget(io.gatling.core.session.Session user) {
    return user.remove(BEGUN);
  }

  private static Map<Metric, Begun> begun(Session session) {
    return session.contains(BEGUN) ? session.get(BEGUN) : Map.of();
  }

  private static boolean isHit(Predicate<Session> hit, Session session) {
    try {
      return !session.isFailed() && hit.test(session);
    } catch (RuntimeException e) {
      // What the function misses in the answer is the answer's fault.
      return false;
    }
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
