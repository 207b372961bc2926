package backend.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One piece of background work, from its submission to its end. */
public final class Job {

  public enum State {
    PENDING,
    STARTED,
    SUCCESS,
    FAILURE
  }

  private final String id = UUID.randomUUID().toString();
  private final String kind;
  private final WorkQueue.Work work;
  private final CompletableFuture<Job> end = new CompletableFuture<>();

  // Written before the state, so that whoever reads the state first sees what belongs to it.
  private volatile Instant startedAt;
  private volatile Object result;
  private volatile String error;
  private volatile double progress;
  private volatile State state = State.PENDING;

  Job(String kind, WorkQueue.Work work) {
    this.kind = kind;
    this.work = work;
  }

  public String id() {
    return id;
  }

  public String kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  /** Null before its start. */
  public Instant startedAt() {
    return startedAt;
  }

  /** What the work returned, null unless it succeeded. */
  public Object result() {
    return result;
  }

  /** Why it failed, null unless it did. */
  public String error() {
    return error;
  }

  /** From 0 to 1, which it is on success. */
  public double progress() {
    return progress;
  }

  /** Called by the work itself, with 0 to 1. */
  public void progress(double done) {
    progress = done;
  }

  /** Completes when the job has ended; callers get a future of their own. */
  public CompletableFuture<Job> end() {
    return end.copy();
  }

  void announceEnd() {
    end.complete(this);
  }

  /** Does the work; an exception makes the job fail, except an interruption. */
  void perform(Duration delay) throws InterruptedException {
    startedAt = Instant.now();
    state = State.STARTED;
    Thread.sleep(delay.toMillis());
    try {
      result = work.perform(this);
      progress = 1;
      state = State.SUCCESS;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      state = State.FAILURE;
    }
  }
}
