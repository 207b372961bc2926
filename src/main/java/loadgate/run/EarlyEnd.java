package loadgate.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import loadgate.watch.LoadWatch;

/**
 * The end of one injector of several whose process is told to end, by Ctrl-C or a scheduler: its
 * users leave as they do at the end of the profile, and its log and its record are finished.
 */
final class EarlyEnd {

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean loadOver;
  private volatile boolean told;

  /** Whether users are to leave before the end of the profile. */
  boolean isTold() {
    return told;
  }

  /** The load is over; what follows is not broken off. */
  void loadOver() {
    loadOver = true;
  }

  /** There is nothing left to wait for. */
  void finished() {
    finished.countDown();
  }

  /**
   * The process is told to end, and ends when this does.
   *
   * @param leaveTimeout how long users may take to leave, and then the log to be finished
   */
  void leave(LoadWatch users, Duration leaveTimeout) {
    try {
      if (!loadOver && finished.getCount() > 0) {
        System.err.println("loadgate: this injector is told to end; its users leave");
        told = true;
        users.endLoad(leaveTimeout);
      }
      if (!finished.await(leaveTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("loadgate: the log of this injector was not finished in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
