package backend.queries;

import backend.jobs.JobStatus;
import backend.jobs.Jobs;
import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.queries.Queries.Outcome;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** The query language by plain requests. */
public final class QueriesFeature implements Feature {

  private static final int LONGEST_QUERY = 1_000;

  private final Queries queries;
  private final Jobs jobs;

  /** {@code jobs} end with the feature. */
  public QueriesFeature(Queries queries, Jobs jobs) {
    this.queries = queries;
    this.jobs = jobs;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/api/market/dsl/execute", ctx -> ctx.json(execute(ctx)));
  }

  @Override
  public void close() {
    jobs.close();
  }

  private record Answer(
      String query, JobStatus status, Map<String, Object> result, String taskId, String error) {

    static Answer of(Outcome outcome) {
      return new Answer(
          outcome.query(),
          outcome.status(),
          outcome.result(),
          outcome.job() == null ? null : outcome.job().id(),
          outcome.error());
    }
  }

  private Answer execute(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String query = body.text("query", 0, LONGEST_QUERY);
    boolean async = body.flag("async_execution", false);
    body.throwIfInvalid();
    if (query.isBlank()) {
      throw ApiException.badRequest("Query must not be empty");
    }
    return Answer.of(async ? queries.submit(query) : queries.execute(query));
  }
}
