package loadgate.metrics;

import static io.gatling.javaapi.core.CoreDsl.exec;

import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.exec.Executable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A request whose outcome is recorded as one sample of a rate, whatever becomes of it. */
public final class RatedRequest {

  private static final List<Metric.Sample> MISS = List.of(Metric.Sample.rate(false));

  /** Rates with a request on its way. */
  private static final String BEGUN = "gatling.loadgate.rated";

  /**
   * A request on its way.
   *
   * @param afterFailure whether the user had failed before it
   */
  private record Begun(boolean afterFailure, long nanos) {

    int millis() {
      return Math.toIntExact((System.nanoTime() - nanos) / 1_000_000);
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
    return exec(rate.recordAll(session -> begun(session).containsKey(rate) ? MISS : List.of()))
        .exec(session -> begin(session, rate))
        .exec(request)
        .exec(rate.record(session -> Optional.of(sample(rate, hit, session))))
        .exec(session -> end(session, rate));
  }

  private static Session begin(Session session, Metric rate) {
    Map<Metric, Begun> begun = new HashMap<>(begun(session));
    boolean afterFailure = session.asScala().baseStatus() == KO$.MODULE$;
    begun.put(rate, new Begun(afterFailure, System.nanoTime()));
    return withStatus(OK$.MODULE$, session.set(BEGUN, begun));
  }

  private static Session end(Session session, Metric rate) {
    Map<Metric, Begun> begun = new HashMap<>(begun(session));
    boolean afterFailure = begun.remove(rate).afterFailure();
    Session ended = session.set(BEGUN, begun);
    return afterFailure ? withStatus(KO$.MODULE$, ended) : ended;
  }

  /** What a user began and left before its end, as a failed request in a block makes it do. */
  static Set<Metric> left(io.gatling.core.session.Session user) {
    return begun(new Session(user)).keySet();
  }

  static io.gatling.core.session.Session forget(io.gatling.core.session.Session user) {
    return user.remove(BEGUN);
  }

  private static Map<Metric, Begun> begun(Session session) {
    return session.contains(BEGUN) ? session.get(BEGUN) : Map.of();
  }

  private static Metric.Sample sample(Metric rate, Predicate<Session> hit, Session session) {
    return Metric.Sample.timed(isHit(hit, session), begun(session).get(rate).millis());
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
