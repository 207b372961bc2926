package backend.agent;

import backend.agent.Baselines.Baseline;
import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Makes baselines of the answers so far and detects drops below them. */
final class RegressionFeature implements Feature {

  private static final int DEFAULT_SAMPLES = 100;

  private final AnswerHistory history;
  private final Baselines baselines;

  RegressionFeature(AnswerHistory history, Baselines baselines) {
    this.history = history;
    this.baselines = baselines;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/regression/baseline", this::establish);
    routes.post("/regression/detect", this::detect);
  }

  private void establish(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String model = body.text("model_name", 0, Integer.MAX_VALUE);
    String hash = configHash(body);
    int samples = body.integer("sample_size", DEFAULT_SAMPLES, 1, Integer.MAX_VALUE);
    body.throwIfInvalid();
    List<ScoredAnswer> answers = history.last(samples);
    if (answers.isEmpty()) {
      throw new ApiException(400, "No quality metrics available yet");
    }
    ctx.status(201).json(baselines.add(model, hash, answers));
  }

  private void detect(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String model = body.text("model_name", 0, Integer.MAX_VALUE);
    String hash = configHash(body);
    double current = body.number("current_quality", 0, 100);
    body.throwIfInvalid();
    Baseline baseline =
        baselines
            .newest(model, hash)
            .orElseThrow(() -> new ApiException(404, "No baseline for " + model + ":" + hash));
    QualityChange change = new QualityChange(baseline.averageQuality(), current);
    ctx.json(
        Map.of(
            "regression_detected", change.isRegression(),
            "quality_drop_percentage", -change.percent(),
            "baseline_quality", baseline.averageQuality(),
            "current_quality", current,
            "baseline_id", baseline.baselineId()));
  }

  static String configHash(JsonFields body) {
    return body.optionalText("config_hash", Integer.MAX_VALUE).orElse("default");
  }
}
