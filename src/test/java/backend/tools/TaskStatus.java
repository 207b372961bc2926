package backend.tools;

import backend.jobs.Job;
import backend.jobs.JobState;
import backend.jobs.JobStatus;
import backend.jobs.Jobs;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Tells how far a job is. */
final class TaskStatus implements Tool {

  private final Jobs jobs;

  TaskStatus(Jobs jobs) {
    this.jobs = jobs;
  }

  private record Known(
      String taskId,
      JobStatus status,
      String type,
      String query,
      double progress,
      int completedSteps,
      int totalSteps,
      Instant createdAt,
      Instant startedAt,
      Instant completedAt,
      Map<String, Object> result,
      String error) {

    static Known of(Job job) {
      // Read once, so that the parts fit together while a worker goes on.
      JobState state = job.state();
      return new Known(
          job.id(),
          state.status(),
          job.type(),
          job.query(),
          (double) state.values().size() / job.totalSteps(),
          state.values().size(),
          job.totalSteps(),
          job.createdAt(),
          state.startedAt(),
          state.completedAt(),
          state.result(),
          state.error());
    }
  }

  private record Unknown(String taskId, String status, Double progress, String type) {}

  @Override
  public String name() {
    return "get-task-status";
  }

  @Override
  public String description() {
    return "How far a query or an analysis is, and its result";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required("taskId", Parameter.Type.TEXT),
        Parameter.optional("stream", Parameter.Type.FLAG, false));
  }

  @Override
  public Object call(Arguments arguments) {
    String id = arguments.text("taskId");
    return jobs.find(id)
        .<Object>map(Known::of)
        .orElseGet(() -> new Unknown(id, "not_found", null, null));
  }
}
