package loadgate.watch;

import java.util.List;

/** What one user has gone through so far. Its event loop writes, and the end of the load reads. */
final class WatchedUser {

  private final String scenario;
  private final long id;
  private final boolean stays;
  private final List<String> groups;

  private long activeNanos = System.nanoTime();
  private int streams;
  private long requests;
  private long failures;
  private boolean failedSinceAsked;
  private boolean anyPartFailed;
  private boolean started;
  private boolean finished;

  /**
   * @param scenario the string that only this user has
   * @param stays whether it is to stay until its load ends, so that it may not leave before
   * @param groups that it is in from the beginning
   */
  WatchedUser(String scenario, long id, boolean stays, List<String> groups) {
    this.scenario = scenario;
    this.id = id;
    this.stays = stays;
    this.groups = groups;
  }

  String scenario() {
    return scenario;
  }

  long id() {
    return id;
  }

  List<String> groups() {
    return groups;
  }

  synchronized void sent() {
    activeNanos = System.nanoTime();
  }

  synchronized void answered(boolean ok) {
    activeNanos = System.nanoTime();
    requests++;
    if (!ok) {
      failures++;
      failedSinceAsked = true;
    }
  }

  /** A request of it could not be built. */
  synchronized void failed() {
    failedSinceAsked = true;
  }

  /** Whether a request failed since this was asked before. */
  synchronized boolean takeFailed() {
    boolean failed = failedSinceAsked;
    failedSinceAsked = false;
    return failed;
  }

  synchronized void partFailed() {
    anyPartFailed = true;
  }

  /** It got through its start. */
  synchronized void started() {
    started = true;
  }

  synchronized boolean hasStarted() {
    return started;
  }

  /** It got to its end. */
  synchronized void finished() {
    finished = true;
  }

  synchronized boolean isWithoutFailure() {
    return failures == 0 && !anyPartFailed;
  }

  synchronized long requests() {
    return requests;
  }

  synchronized long failures() {
    return failures;
  }

  /**
   * Whether it left as it should: at its end, or because something failed that is counted as such,
   * unless it was to stay.
   */
  synchronized boolean leftProperly() {
    return finished || !stays && (failures > 0 || anyPartFailed);
  }

  /** A stream has opened that it listens to. */
  synchronized void listens() {
    streams++;
  }

  synchronized void listensNoMore() {
    streams--;
    activeNanos = System.nanoTime();
  }

  /** How long it has neither sent anything nor had an answer; 0 while it listens to a stream. */
  synchronized long idleNanos() {
    return streams > 0 ? 0 : System.nanoTime() - activeNanos;
  }
}
