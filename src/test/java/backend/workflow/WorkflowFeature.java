package backend.workflow;

import backend.kit.Feature;
import backend.kit.Json;
import backend.kit.JsonFields;
import backend.quality.QualityHistory;
import backend.quality.QualityMetrics;
import backend.regression.Baseline;
import backend.regression.Baselines;
import backend.validation.Validation;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an answer through scoring, comparison with a baseline and decision at one go. */
public final class WorkflowFeature implements Feature {

  private static final Logger LOG = LoggerFactory.getLogger(WorkflowFeature.class);

  /** So many answers are needed for a baseline of the workflow's own, and go into it. */
  private static final int BASELINE_ANSWERS = 10;

  private final QualityHistory history;
  private final Baselines baselines;

  public WorkflowFeature(QualityHistory history, Baselines baselines) {
    this.history = history;
    this.baselines = baselines;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/workflow/validate", this::validate);
  }

  private void validate(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String model = body.text("model_name", 0, Integer.MAX_VALUE);
    String prompt = body.text("prompt", 0, Integer.MAX_VALUE);
    String response = body.text("response", 0, Integer.MAX_VALUE);
    String hash =
        body.optionalText("config_hash", Integer.MAX_VALUE).orElse(Baselines.DEFAULT_HASH);
    body.throwIfInvalid();
    ctx.json(run(model, hash, prompt, response));
  }

  private WorkflowResult run(String model, String hash, String prompt, String response) {
    try {
      QualityMetrics metrics =
          QualityMetrics.score(prompt, response, model, Json.mapper().createObjectNode());
      history.add(metrics);
      return baseline(model, hash)
          .map(
              baseline ->
                  WorkflowResult.completed(metrics, compared(model, hash, baseline, metrics)))
          .orElseGet(() -> WorkflowResult.withoutBaseline(metrics));
    } catch (RuntimeException e) {
      LOG.error("workflow failed", e);
      return WorkflowResult.failed(e);
    }
  }

  private Optional<Baseline> baseline(String model, String hash) {
    Optional<Baseline> known = baselines.newest(model, hash);
    List<QualityMetrics> answers = history.last(BASELINE_ANSWERS);
    if (known.isPresent() || answers.size() < BASELINE_ANSWERS) {
      return known;
    }
    baselines.add(Baseline.of(model, hash, Baselines.DEFAULT_TYPE, Map.of(), answers));
    return baselines.newest(model, hash);
  }

  private static Validation compared(
      String model, String hash, Baseline baseline, QualityMetrics metrics) {
    return Validation.of(
        model + ":" + hash,
        baseline.metrics().averageQuality(),
        metrics.overallQuality(),
        Json.mapper().createObjectNode());
  }
}
