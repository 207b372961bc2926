package backend.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Performs jobs: at once on worker threads, later, or while the caller waits. */
public final class Jobs implements AutoCloseable {

  private static final int WORKERS = 4;
  private static final int MOST_WAITING = 1_000;
  private static final int MOST_KEPT = 10_000;
  private static final Duration LATER = Duration.ofSeconds(1);
  private static final int LEAST_PAUSE_MILLIS = 10;
  private static final int MOST_PAUSE_MILLIS = 40;

  private final boolean working;
  private final Duration delay;
  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor timer;

  // Apart, so that the many jobs for later never push out those that somebody waits for.
  private final JobBook submitted = new JobBook(MOST_KEPT, Clock.systemUTC());
  private final JobBook announced = new JobBook(MOST_KEPT, Clock.systemUTC());

  private Jobs(boolean working, Duration delay) {
    this.working = working;
    this.delay = delay;
    this.workers =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            daemons("query-worker"));
    this.timer = new ScheduledThreadPoolExecutor(1, daemons("analysis-worker"));
  }

  /**
   * Workers that are ready.
   *
   * @param working whether they do anything; otherwise jobs stay as they were handed in
   * @param delay before each step of each job
   */
  public static Jobs start(boolean working, Duration delay) {
    return new Jobs(working, delay);
  }

  private static ThreadFactory daemons(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Has workers perform the job, in the order of submission; says whether they can take it. */
  public boolean submit(Job job) {
    submitted.add(job);
    try {
      if (working) {
        workers.execute(() -> job.perform(this::pauseOfWorkers));
      }
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  /** Has the job performed a second from now; one too many is never performed. */
  public void announce(Job job) {
    announced.add(job);
    if (working && timer.getQueue().size() < MOST_KEPT) {
      timer.schedule(
          () -> job.perform(() -> Duration.ZERO),
          LATER.plus(delay).toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  /** Performs the job now, in the caller's thread, and keeps no memory of it. */
  public JobState perform(Job job) {
    job.perform(() -> delay);
    return job.state();
  }

  /** One of the newest jobs that were submitted or announced. */
  public Optional<Job> find(String id) {
    return submitted.find(id).or(() -> announced.find(id));
  }

  private Duration pauseOfWorkers() {
    int millis = ThreadLocalRandom.current().nextInt(LEAST_PAUSE_MILLIS, MOST_PAUSE_MILLIS + 1);
    return delay.plusMillis(millis);
  }

  @Override
  public void close() {
    workers.shutdownNow();
    timer.shutdownNow();
  }
}
