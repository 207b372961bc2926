package backend.jobs;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The newest jobs, each for a limited time. */
final class JobBook {

  private static final Duration LIFETIME = Duration.ofSeconds(300);

  private final int mostJobs;
  private final Clock clock;
  private final Map<String, Job> jobs = new LinkedHashMap<>();

  /** With more jobs than that, the oldest is forgotten. */
  JobBook(int mostJobs, Clock clock) {
    this.mostJobs = mostJobs;
    this.clock = clock;
  }

  synchronized void add(Job job) {
    jobs.put(job.id(), job);
    if (jobs.size() > mostJobs) {
      jobs.remove(jobs.keySet().iterator().next());
    }
  }

  /** A job that was added not too long ago. */
  synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.get(id))
        .filter(job -> job.createdAt().plus(LIFETIME).isAfter(clock.instant()));
  }
}
