package backend.quality;

import backend.kit.Feature;
import backend.kit.JsonFields;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** Scores answers of language models and says how the last ones were. */
public final class QualityFeature implements Feature {

  private static final int INSIGHT_ANSWERS = 100;

  private final QualityHistory history;

  public QualityFeature(QualityHistory history) {
    this.history = history;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/quality/analyze", this::analyze);
    routes.get("/quality/insights", ctx -> ctx.json(insights()));
  }

  private record NoData(String status, String message) {}

  private void analyze(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String prompt = body.text("prompt", 0, Integer.MAX_VALUE);
    String response = body.text("response", 0, Integer.MAX_VALUE);
    String model = body.optionalText("model_name", Integer.MAX_VALUE).orElse(null);
    JsonNode metadata = body.nested("metadata").asSent();
    body.throwIfInvalid();
    QualityMetrics metrics = QualityMetrics.score(prompt, response, model, metadata);
    history.add(metrics);
    ctx.json(metrics);
  }

  private Object insights() {
    List<QualityMetrics> answers = history.last(INSIGHT_ANSWERS);
    return answers.isEmpty()
        ? new NoData("no_data", "No answer has been analysed yet")
        : Insights.of(answers);
  }
}
