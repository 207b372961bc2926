package backend.tasks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One piece of background work, from its submission to its end. */
final class Task {

  enum Status {
    PENDING,
    STARTED,
    SUCCESS,
    FAILURE
  }

  /**
   * How far a task is.
   *
   * @param worker who works or worked on it, null before
   * @param startedAt null before
   * @param result null unless it succeeded
   * @param traceback null unless it failed
   */
  record State(Status status, String worker, Instant startedAt, JsonNode result, String traceback) {

    static final State PENDING = new State(Status.PENDING, null, null, null, null);

    boolean successful() {
      return status == Status.SUCCESS;
    }

    boolean finished() {
      return status == Status.SUCCESS || status == Status.FAILURE;
    }
  }

  private final String id = UUID.randomUUID().toString();
  private final TaskKind kind;
  private final JsonNode payload;
  private final CompletableFuture<State> end = new CompletableFuture<>();
  private volatile State state = State.PENDING;

  Task(TaskKind kind, JsonNode payload) {
    this.kind = kind;
    this.payload = payload;
  }

  String id() {
    return id;
  }

  TaskKind kind() {
    return kind;
  }

  State state() {
    return state;
  }

  /** Completes with the final state; callers get a future of their own. */
  CompletableFuture<State> end() {
    return end.copy();
  }

  void start(String worker) {
    state = new State(Status.STARTED, worker, Instant.now(), null, null);
  }

  /** Does the work itself; a failure of the work becomes the state of the task. */
  void perform() {
    State started = state;
    try {
      JsonNode result = kind.perform(payload);
      state = new State(Status.SUCCESS, started.worker, started.startedAt, result, null);
    } catch (RuntimeException e) {
      state = new State(Status.FAILURE, started.worker, started.startedAt, null, trace(e));
    }
  }

  void announceEnd() {
    end.complete(state);
  }

  private String trace(RuntimeException e) {
    return "Traceback (most recent call last):\n  task %s (%s)\n%s: %s"
        .formatted(id, kind.word(), e.getClass().getSimpleName(), e.getMessage());
  }
}
