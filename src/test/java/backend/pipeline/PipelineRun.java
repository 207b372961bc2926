package backend.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * How far a run is.
 *
 * @param stocks how many it goes through
 * @param durationMs null until it has ended
 * @param error null unless it failed
 * @param stages all of them, in their order
 */
record PipelineRun(
    String id,
    String status,
    int stocks,
    Instant startedAt,
    Instant completedAt,
    Long durationMs,
    String error,
    List<StageReport> stages) {

  private static final String RUNNING = "running";

  static PipelineRun begun(int stocks, Instant now) {
    List<StageReport> stages = Arrays.stream(Stage.values()).map(StageReport::pending).toList();
    String id = UUID.randomUUID().toString();
    return new PipelineRun(id, RUNNING, stocks, now, null, null, null, stages);
  }

  boolean inProgress() {
    return status.equals(RUNNING);
  }

  PipelineRun with(Stage stage, UnaryOperator<StageReport> change) {
    List<StageReport> changed =
        stages.stream()
            .map(report -> report.name().equals(stage.label()) ? change.apply(report) : report)
            .toList();
    return new PipelineRun(id, status, stocks, startedAt, completedAt, durationMs, error, changed);
  }

  PipelineRun completed(Instant now) {
    return ended("completed", null, now);
  }

  PipelineRun failed(Stage stage, Instant now) {
    return with(stage, report -> report.failed(now))
        .ended("failed", "stage " + stage.label() + " failed", now);
  }

  private PipelineRun ended(String outcome, String failure, Instant now) {
    long millis = Duration.between(startedAt, now).toMillis();
    return new PipelineRun(id, outcome, stocks, startedAt, now, millis, failure, stages);
  }
}
