package backend.investment;

import backend.kit.ApiException;
import backend.kit.Database;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.kit.WorkQueue;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Starts pipeline runs, one at a time, and shows their progress. */
final class PipelineFeature implements Feature {

  private final Database database;
  private final RecommendationsFeature recommendations;
  private final WorkQueue queue;
  // A run takes seconds, so there are never many.
  private final Map<String, PipelineRun> runs = new ConcurrentHashMap<>();
  private Optional<PipelineRun> latest = Optional.empty();

  /** Stages are jobs of {@code queue}, which has one worker; without any, runs stay pending. */
  PipelineFeature(Database database, RecommendationsFeature recommendations, WorkQueue queue) {
    this.database = database;
    this.recommendations = recommendations;
    this.queue = queue;
    database.execute(
        """
        CREATE TABLE pipeline_results (
          symbol VARCHAR(5) PRIMARY KEY, score DOUBLE PRECISION, price_in_30_days DOUBLE PRECISION)
        """);
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/api/pipeline/runs", this::start);
    routes.get("/api/pipeline/runs/{id}", this::show);
  }

  private synchronized void start(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    int stocks = body.integer("stocks", 1_000, 100, StockTable.STOCKS);
    body.throwIfInvalid();
    Optional<String> current =
        latest.filter(run -> run.status().equals("running")).map(PipelineRun::id);
    if (current.isPresent()) {
      String error = "pipeline run '" + current.get() + "' is in progress";
      ctx.status(409).json(EnvelopeErrors.conflict(error, current.get()));
      return;
    }
    PipelineRun run = new PipelineRun(queue, database, recommendations, stocks);
    runs.put(run.id(), run);
    latest = Optional.of(run);
    ctx.status(202).json(Envelope.of(run.report()));
  }

  private void show(Context ctx) {
    String id = ctx.pathParam("id");
    PipelineRun run = runs.get(id);
    if (run == null) {
      throw new ApiException(404, "pipeline run '" + id + "' not found");
    }
    ctx.json(Envelope.of(run.report()));
  }

  @Override
  public void close() {
    queue.close();
  }
}
