package backend.pipeline;

import backend.investment.Envelope;
import backend.investment.EnvelopeErrors;
import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

/** Starts runs of the pipeline and tells how far they are. */
public final class PipelineFeature implements Feature {

  private static final int FEWEST_STOCKS = 100;
  private static final int MOST_STOCKS = 6_000;
  private static final int USUAL_STOCKS = 1_000;

  private final Pipeline pipeline;

  public PipelineFeature(Pipeline pipeline) {
    this.pipeline = pipeline;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/api/pipeline/runs", this::start);
    routes.get("/api/pipeline/runs/{id}", this::show);
  }

  private void start(Context ctx) {
    Pipeline.Start start = pipeline.start(stocks(ctx));
    String id = start.run().id();
    if (start.begun()) {
      ctx.status(202).json(Envelope.of(start.run()));
    } else {
      String error = "pipeline run '" + id + "' is in progress";
      ctx.status(409).json(EnvelopeErrors.conflict(error, id));
    }
  }

  /** Nothing in the body is required, so there need not be one. */
  private static int stocks(Context ctx) {
    if (ctx.bodyAsBytes().length == 0) {
      return USUAL_STOCKS;
    }
    JsonFields body = JsonFields.of(ctx);
    int stocks = body.integer("stocks", USUAL_STOCKS, FEWEST_STOCKS, MOST_STOCKS);
    body.throwIfInvalid();
    return stocks;
  }

  private void show(Context ctx) {
    String id = ctx.pathParam("id");
    ctx.json(
        Envelope.of(
            pipeline
                .find(id)
                .orElseThrow(() -> ApiException.notFound("pipeline run '" + id + "' not found"))));
  }

  @Override
  public void close() {
    pipeline.close();
  }
}
