package backend.tasks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What the workers would answer if they were asked, in the words of the contract. */
final class WorkerInspection {

  /** A long queue is shown by its head; nobody reads ten thousand entries. */
  private static final int MAX_RESERVED_PER_WORKER = 25;

  private final TaskQueue queue;

  WorkerInspection(TaskQueue queue) {
    this.queue = queue;
  }

  record Health(String status, int activeWorkers, String message, boolean celeryAvailable) {}

  record Stats(
      Map<String, WorkerStats> stats,
      Map<String, Map<String, String>> ping,
      Map<String, List<String>> registered) {}

  record WorkerStats(Map<String, Long> total, long totalTasks, boolean busy) {}

  record Tasks(
      Map<String, List<TaskView>> active,
      Map<String, List<TaskView>> scheduled,
      Map<String, List<TaskView>> reserved) {}

  record TaskView(String id, String name, Task.Status status, Instant timeStart) {

    static TaskView of(Task task) {
      Task.State state = task.state();
      return new TaskView(task.id(), task.kind().word(), state.status(), state.startedAt());
    }
  }

  Health health() {
    int workers = queue.activeWorkers();
    return workers > 0
        ? new Health("healthy", workers, workers + " workers are online", true)
        : new Health("unhealthy", 0, "No workers are online", false);
  }

  Stats stats() {
    return new Stats(
        byWorker(WorkerInspection::statsOf),
        byWorker(worker -> Map.of("ok", "pong")),
        byWorker(worker -> TaskKind.words()));
  }

  /** Nothing is ever scheduled for later here. */
  Tasks tasks() {
    return new Tasks(
        byWorker(worker -> worker.current().map(TaskView::of).stream().toList()),
        byWorker(worker -> List.of()),
        reserved());
  }

  /** All workers share one queue; its tasks are dealt out in the order they will be taken. */
  private Map<String, List<TaskView>> reserved() {
    Map<String, List<TaskView>> reserved = byWorker(worker -> new ArrayList<>());
    List<List<TaskView>> hands = List.copyOf(reserved.values());
    List<Task> waiting = queue.waiting();
    int shown = Math.min(waiting.size(), hands.size() * MAX_RESERVED_PER_WORKER);
    for (int i = 0; i < shown; i++) {
      hands.get(i % hands.size()).add(TaskView.of(waiting.get(i)));
    }
    return reserved;
  }

  private static WorkerStats statsOf(Worker worker) {
    Map<String, Long> total = new TreeMap<>();
    for (TaskKind kind : TaskKind.values()) {
      total.put(kind.word(), worker.performed(kind));
    }
    long all = total.values().stream().mapToLong(Long::longValue).sum();
    return new WorkerStats(total, all, worker.current().isPresent());
  }

  private <T> Map<String, T> byWorker(Function<Worker, T> view) {
    Map<String, T> byWorker = new TreeMap<>();
    queue.workers().forEach(worker -> byWorker.put(worker.name(), view.apply(worker)));
    return byWorker;
  }
}
