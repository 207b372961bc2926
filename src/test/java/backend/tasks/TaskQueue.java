package backend.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

/** Tasks that wait, the workers that take them in order of submission, and what became of them. */
public final class TaskQueue implements AutoCloseable {

  private static final int WORKERS = 4;
  private static final int MAX_WAITING = 10_000;
  private static final int MAX_FINISHED = 10_000;

  private final BlockingQueue<Task> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final Map<String, Task> unfinished = new ConcurrentHashMap<>();
  private final Cache<String, Task> finished =
      Caffeine.newBuilder().maximumSize(MAX_FINISHED).build();
  private final List<Worker> workers;

  private TaskQueue(int workers, Duration delay) {
    this.workers =
        IntStream.rangeClosed(1, workers)
            .mapToObj(number -> new Worker("worker-" + number, waiting, delay, this::onFinished))
            .toList();
  }

  /**
   * A queue at work, or, without workers, one where nothing ever happens.
   *
   * @param delay by which every task takes longer
   */
  public static TaskQueue start(boolean withWorkers, Duration delay) {
    TaskQueue queue = new TaskQueue(withWorkers ? WORKERS : 0, delay);
    queue.workers.forEach(Worker::start);
    return queue;
  }

  public int activeWorkers() {
    return workers.size();
  }

  /** The task, now waiting; empty if too many wait already. */
  Optional<Task> submit(TaskKind kind, JsonNode payload) {
    Task task = new Task(kind, payload);
    unfinished.put(task.id(), task);
    if (waiting.offer(task)) {
      return Optional.of(task);
    }
    unfinished.remove(task.id());
    return Optional.empty();
  }

  /** A task that waits, runs or is among the last {@value #MAX_FINISHED} finished ones. */
  Optional<Task> find(String id) {
    Task task = unfinished.get(id);
    return Optional.ofNullable(task != null ? task : finished.getIfPresent(id));
  }

  List<Worker> workers() {
    return workers;
  }

  /** The waiting tasks, the next one first. */
  List<Task> waiting() {
    return List.copyOf(waiting);
  }

  /** Kept before it is forgotten as unfinished, so that {@link #find} never misses it. */
  private void onFinished(Task task) {
    finished.put(task.id(), task);
    unfinished.remove(task.id());
    task.announceEnd();
  }

  @Override
  public void close() {
    workers.forEach(Worker::stop);
  }
}
