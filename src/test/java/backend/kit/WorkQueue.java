package backend.kit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/** A queue of jobs, the workers that perform them in order, and the finished jobs. */
public final class WorkQueue implements AutoCloseable {

  private static final int MOST_WAITING = 10_000;
  private static final int MOST_FINISHED = 10_000;

  /** What a job does; it may report its progress by {@link Job#progress(double)}. */
  @FunctionalInterface
  public interface Work {
    Object perform(Job job) throws Exception;
  }

  private final Duration delay;
  private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Map<String, Job> jobs = new ConcurrentHashMap<>();
  private final Queue<String> finished = new ArrayDeque<>();
  private final List<String> workers;
  private final Map<String, Job> running = new ConcurrentHashMap<>();
  private final List<Thread> threads;

  /**
   * Starts the workers.
   *
   * @param name of the workers, which are {@code name-1}, {@code name-2}, …
   * @param workers how many; with 0, jobs stay pending
   * @param delay by which every job takes longer
   */
  public WorkQueue(String name, int workers, Duration delay) {
    this.delay = delay;
    this.workers = IntStream.rangeClosed(1, workers).mapToObj(n -> name + "-" + n).toList();
    this.threads = this.workers.stream().map(this::start).toList();
  }

  private Thread start(String worker) {
    Thread thread = new Thread(() -> work(worker), worker);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** The job, now waiting; empty if {@value #MOST_WAITING} wait already. */
  public Optional<Job> submit(String kind, Work work) {
    Job job = new Job(kind, work);
    jobs.put(job.id(), job);
    if (waiting.offer(job)) {
      return Optional.of(job);
    }
    jobs.remove(job.id());
    return Optional.empty();
  }

  /** A job that waits, runs or is among the last {@value #MOST_FINISHED} finished ones. */
  public Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id));
  }

  /** The names of the workers, in order. */
  public List<String> workers() {
    return workers;
  }

  /** The started jobs by worker. */
  public Map<String, Job> running() {
    return Map.copyOf(running);
  }

  private void work(String worker) {
    try {
      while (true) {
        Job job = waiting.take();
        running.put(worker, job);
        job.perform(delay);
        running.remove(worker);
        forgetOldest(job);
        job.announceEnd();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forgetOldest(Job justFinished) {
    synchronized (finished) {
      finished.add(justFinished.id());
      if (finished.size() > MOST_FINISHED) {
        jobs.remove(finished.remove());
      }
    }
  }

  /** Stops the workers; what they have not finished stays as it is. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
