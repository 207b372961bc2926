package backend.pipeline;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a stage is.
 *
 * @param durationMs null until it has ended
 * @param processed stocks that it is done with
 * @param errors those of them that nothing came out for
 */
record StageReport(
    String name,
    String status,
    Instant startedAt,
    Instant completedAt,
    Long durationMs,
    int processed,
    int errors) {

  static StageReport pending(Stage stage) {
    return new StageReport(stage.label(), "pending", null, null, null, 0, 0);
  }

  StageReport begun(Instant now) {
    return new StageReport(name, "running", now, null, null, 0, 0);
  }

  StageReport advanced(int stocks, int failures) {
    return new StageReport(
        name, status, startedAt, null, null, processed + stocks, errors + failures);
  }

  StageReport completed(Instant now) {
    return ended("completed", now);
  }

  StageReport failed(Instant now) {
    return ended("failed", now);
  }

  private StageReport ended(String outcome, Instant now) {
    long millis = Duration.between(startedAt, now).toMillis();
    return new StageReport(name, outcome, startedAt, now, millis, processed, errors);
  }
}
