package backend.queries;

import backend.dsl.ParseException;
import backend.dsl.Query;
import backend.jobs.Job;
import backend.jobs.JobState;
import backend.jobs.JobStatus;
import backend.jobs.Jobs;
import backend.marketdata.MarketData;
import java.util.Map;
import java.util.UUID;

/** Answers texts in the query language. */
public final class Queries {

  private final QueryPlanner planner;
  private final Jobs jobs;

  public Queries(MarketData data, Jobs jobs) {
    this.planner = new QueryPlanner(data);
    this.jobs = jobs;
  }

  /**
   * How a query went.
   *
   * @param result values by step; null unless completed
   * @param job that is at work on it; null unless running
   * @param error why there is no result; null unless failed
   */
  public record Outcome(
      String query, JobStatus status, Map<String, Object> result, Job job, String error) {

    private static Outcome failed(String query, String error) {
      return new Outcome(query, JobStatus.FAILED, null, null, error);
    }
  }

  /** Answers the query at once. */
  public Outcome execute(String text) {
    try {
      JobState state = jobs.perform(job(text));
      return new Outcome(text, state.status(), state.result(), null, state.error());
    } catch (ParseException e) {
      return Outcome.failed(text, e.getMessage());
    }
  }

  /** Has the query answered by workers. */
  public Outcome submit(String text) {
    try {
      Job job = job(text);
      return jobs.submit(job)
          ? new Outcome(text, JobStatus.RUNNING, null, job, null)
          : Outcome.failed(text, "too many queries wait");
    } catch (ParseException e) {
      return Outcome.failed(text, e.getMessage());
    }
  }

  private Job job(String text) throws ParseException {
    return new Job(
        UUID.randomUUID().toString(),
        "dsl_query",
        text,
        JobStatus.RUNNING,
        planner.plan(Query.parse(text)));
  }
}
