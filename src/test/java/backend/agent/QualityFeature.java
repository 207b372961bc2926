package backend.agent;

import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** Scores answers of language models and summarizes the last of them. */
final class QualityFeature implements Feature {

  private static final int INSIGHT_ANSWERS = 100;

  /** Below this average the insights warn. */
  private static final double LEAST_QUALITY = 70;

  private final AnswerHistory history;

  QualityFeature(AnswerHistory history) {
    this.history = history;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/quality/analyze", this::analyze);
    routes.get("/quality/insights", ctx -> ctx.json(insights()));
  }

  private void analyze(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String model = body.optionalText("model_name", Integer.MAX_VALUE).orElse(null);
    String prompt = body.text("prompt", 0, Integer.MAX_VALUE);
    String response = body.text("response", 0, Integer.MAX_VALUE);
    body.throwIfInvalid();
    ScoredAnswer answer = ScoredAnswer.of(model, prompt, response);
    history.add(answer);
    ctx.json(answer);
  }

  private Map<String, ?> insights() {
    List<ScoredAnswer> answers = history.last(INSIGHT_ANSWERS);
    if (answers.isEmpty()) {
      return Map.of("status", "no_data", "message", "No answer has been analysed yet");
    }
    double quality = ScoredAnswer.mean(answers, ScoredAnswer::overallQuality);
    return Map.of(
        "status", quality < LEAST_QUALITY ? "warning" : "ok",
        "average_quality", quality,
        "average_relevance", ScoredAnswer.mean(answers, answer -> answer.relevance().score()),
        "average_coherence", ScoredAnswer.mean(answers, answer -> answer.coherence().score()),
        "total_analyzed", answers.size());
  }
}
