package backend.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Some work in steps, from its creation to its end. */
public final class Job {

  private final String id;
  private final String type;
  private final String query;
  private final List<Step> steps;
  private final Instant createdAt = Instant.now();
  private volatile JobState state;

  /**
   * @param type for clients, such as {@code dsl_query}
   * @param query that it answers; null for none
   * @param status before its first step
   * @param steps at least one
   */
  public Job(String id, String type, String query, JobStatus status, List<Step> steps) {
    this.id = id;
    this.type = type;
    this.query = query;
    this.steps = List.copyOf(steps);
    this.state = JobState.fresh(status);
  }

  public String id() {
    return id;
  }

  public String type() {
    return type;
  }

  /** What it answers; null for none. */
  public String query() {
    return query;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public JobState state() {
    return state;
  }

  public int totalSteps() {
    return steps.size();
  }

  public int completedSteps() {
    return state.values().size();
  }

  /** From 0 to 1, which it is when all steps are done. */
  public double progress() {
    return (double) completedSteps() / totalSteps();
  }

  /**
   * Does all steps; a failure becomes the state of the job.
   *
   * @param pause before each step
   */
  void perform(Supplier<Duration> pause) {
    state = state.started();
    try {
      for (Step step : steps) {
        Thread.sleep(pause.get().toMillis());
        state = state.with(step.id(), step.work().get());
      }
      state = state.completed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      state = state.failed("interrupted");
    } catch (RuntimeException e) {
      state = state.failed(e.getMessage());
    }
  }
}
