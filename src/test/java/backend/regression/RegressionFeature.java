package backend.regression;

import backend.kit.ApiException;
import backend.kit.Feature;
import backend.kit.JsonFields;
import backend.quality.QualityHistory;
import backend.quality.QualityMetrics;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Makes baselines of the answers so far and compares with them. */
public final class RegressionFeature implements Feature {

  private static final List<String> TYPES = List.of(Baselines.DEFAULT_TYPE, "fixed", "adaptive");
  private static final int DEFAULT_SAMPLES = 100;
  private static final double DEFAULT_THRESHOLD = 5;
  private static final double ANY = 1e9;

  private final QualityHistory history;
  private final Baselines baselines;

  public RegressionFeature(QualityHistory history, Baselines baselines) {
    this.history = history;
    this.baselines = baselines;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/regression/baseline", this::establish);
    routes.post("/regression/detect", this::detect);
  }

  /** The baseline is that of the last answers, whichever model gave them. */
  private void establish(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String model = body.text("model_name", 0, Integer.MAX_VALUE);
    String hash = configHash(body);
    String type = body.choice("baseline_type", Baselines.DEFAULT_TYPE, TYPES);
    int samples = body.integer("sample_size", DEFAULT_SAMPLES, 1, Integer.MAX_VALUE);
    double threshold =
        body.optionalNumber("threshold_percentage", -ANY, ANY).orElse(DEFAULT_THRESHOLD);
    body.throwIfInvalid();
    List<QualityMetrics> answers = history.last(samples);
    if (answers.isEmpty()) {
      throw ApiException.badRequest("No quality metrics available yet");
    }
    Baseline baseline =
        Baseline.of(model, hash, type, Map.of("threshold_percentage", threshold), answers);
    baselines.add(baseline);
    ctx.status(201).json(baseline);
  }

  private void detect(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String model = body.text("model_name", 0, Integer.MAX_VALUE);
    String hash = configHash(body);
    double current = body.number("current_quality", 0, 100);
    for (String optional :
        List.of("current_relevance", "current_coherence", "current_hallucination")) {
      body.optionalNumber(optional, -ANY, ANY);
    }
    body.throwIfInvalid();
    Baseline baseline =
        baselines
            .newest(model, hash)
            .orElseThrow(() -> ApiException.notFound("No baseline for " + model + ":" + hash));
    ctx.json(RegressionResult.of(baseline, current));
  }

  private static String configHash(JsonFields body) {
    return body.optionalText("config_hash", Integer.MAX_VALUE).orElse(Baselines.DEFAULT_HASH);
  }
}
