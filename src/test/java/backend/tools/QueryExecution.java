package backend.tools;

import backend.jobs.JobStatus;
import backend.queries.Queries;
import backend.queries.Queries.Outcome;
import java.util.List;
import java.util.Map;

/** Answers a text in the query language, at once or later. */
final class QueryExecution implements Tool {

  private final Queries queries;

  QueryExecution(Queries queries) {
    this.queries = queries;
  }

  private record Accepted(
      String taskId, String query, JobStatus status, int totalSteps, String message) {}

  private record Answered(String query, JobStatus status, Map<String, Object> result) {}

  private record Failed(String query, JobStatus status, String error) {}

  @Override
  public String name() {
    return "execute-fk-dsl";
  }

  @Override
  public String description() {
    return "Answers a query such as EVALUATE NVDA: RSI, MACD";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required("query", Parameter.Type.TEXT),
        Parameter.optional("async", Parameter.Type.FLAG, true));
  }

  @Override
  public Object call(Arguments arguments) {
    String query = arguments.text("query");
    Outcome outcome = arguments.flag("async") ? queries.submit(query) : queries.execute(query);
    return switch (outcome.status()) {
      case COMPLETED -> new Answered(query, outcome.status(), outcome.result());
      case FAILED -> new Failed(query, outcome.status(), outcome.error());
      default ->
          new Accepted(
              outcome.job().id(),
              query,
              outcome.status(),
              outcome.job().totalSteps(),
              "poll get-task-status");
    };
  }
}
