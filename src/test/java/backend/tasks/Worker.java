package backend.tasks;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** A thread that takes one task after the other. */
final class Worker {

  private static final long MIN_WORK_MILLIS = 200;
  private static final long MAX_WORK_MILLIS = 800;

  private final String name;
  private final BlockingQueue<Task> tasks;
  private final Duration delay;
  private final Consumer<Task> onFinished;
  private final Thread thread;
  private final Map<TaskKind, LongAdder> performed = new EnumMap<>(TaskKind.class);
  private volatile Task current;

  Worker(String name, BlockingQueue<Task> tasks, Duration delay, Consumer<Task> onFinished) {
    this.name = name;
    this.tasks = tasks;
    this.delay = delay;
    this.onFinished = onFinished;
    this.thread = new Thread(this::work, name);
    thread.setDaemon(true);
    for (TaskKind kind : TaskKind.values()) {
      performed.put(kind, new LongAdder());
    }
  }

  void start() {
    thread.start();
  }

  void stop() {
    thread.interrupt();
  }

  String name() {
    return name;
  }

  /** The task it works on right now. */
  Optional<Task> current() {
    return Optional.ofNullable(current);
  }

  /** How many tasks of this kind it has finished, well or not. */
  long performed(TaskKind kind) {
    return performed.get(kind).sum();
  }

  private void work() {
    try {
      while (true) {
        Task task = tasks.take();
        task.start(name);
        current = task;
        long work = ThreadLocalRandom.current().nextLong(MIN_WORK_MILLIS, MAX_WORK_MILLIS + 1);
        Thread.sleep(work + delay.toMillis());
        task.perform();
        performed.get(task.kind()).increment();
        current = null;
        onFinished.accept(task);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
