package backend.jobs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A job at one moment.
 *
 * @param startedAt null before its first step
 * @param completedAt null before its end
 * @param updatedAt of this state
 * @param values by step, of the steps that are done
 * @param error null unless it failed
 */
public record JobState(
    JobStatus status,
    Instant startedAt,
    Instant completedAt,
    Instant updatedAt,
    Map<String, Object> values,
    String error) {

  /** Nothing done yet. */
  static JobState fresh(JobStatus status) {
    return new JobState(status, null, null, Instant.now(), Map.of(), null);
  }

  JobState started() {
    Instant now = Instant.now();
    return new JobState(JobStatus.RUNNING, now, null, now, values, null);
  }

  JobState with(String step, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(step, value);
    return new JobState(JobStatus.RUNNING, startedAt, null, Instant.now(), more, null);
  }

  JobState completed() {
    Instant now = Instant.now();
    return new JobState(JobStatus.COMPLETED, startedAt, now, now, values, null);
  }

  JobState failed(String why) {
    Instant now = Instant.now();
    return new JobState(JobStatus.FAILED, startedAt, now, now, values, why);
  }

  /** What came out; null before it is completed. */
  public Map<String, Object> result() {
    return status == JobStatus.COMPLETED ? values : null;
  }
}
