package backend.agent;

import backend.agent.Baselines.Baseline;
import backend.kit.Feature;
import backend.kit.JsonFields;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Decides whether a change of quality may go live. */
final class ValidationFeature implements Feature {

  private static final double ANY = 1e9;

  /** The workflow makes a baseline of its own from this number of answers. */
  private static final int BASELINE_ANSWERS = 10;

  private final AnswerHistory history;
  private final Baselines baselines;

  ValidationFeature(AnswerHistory history, Baselines baselines) {
    this.history = history;
    this.baselines = baselines;
  }

  @Override
  public void addRoutes(RoutesConfig routes) {
    routes.post("/validation/create", ValidationFeature::create);
    routes.post("/workflow/validate", this::runWorkflow);
  }

  /**
   * @param decision null without a baseline
   */
  private record WorkflowResult(
      UUID requestId, String status, String decision, double overallQuality, List<String> errors) {}

  private static void create(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String name = body.text("name", 0, Integer.MAX_VALUE);
    body.text("model_name", 0, Integer.MAX_VALUE);
    double before = body.number("baseline_quality", -ANY, ANY);
    if (before <= 0) {
      body.reject("baseline_quality", "greater_than", "Input should be greater than 0");
    }
    double after = body.number("new_quality", -ANY, ANY);
    body.throwIfInvalid();
    QualityChange change = new QualityChange(before, after);
    ctx.status(201)
        .json(
            Map.of(
                "validation_id", UUID.randomUUID(),
                "name", name,
                "decision", change.decision(),
                "quality_change_percentage", change.percent()));
  }

  /** Scores an answer and compares it with the baseline of its model and configuration. */
  private void runWorkflow(Context ctx) {
    JsonFields body = JsonFields.of(ctx);
    String model = body.text("model_name", 0, Integer.MAX_VALUE);
    String prompt = body.text("prompt", 0, Integer.MAX_VALUE);
    String response = body.text("response", 0, Integer.MAX_VALUE);
    String hash = RegressionFeature.configHash(body);
    body.throwIfInvalid();
    ScoredAnswer answer = ScoredAnswer.of(model, prompt, response);
    history.add(answer);
    String decision =
        baselines
            .newest(model, hash)
            .or(() -> ownBaseline(model, hash))
            .map(known -> new QualityChange(known.averageQuality(), answer.overallQuality()))
            .map(QualityChange::decision)
            .orElse(null);
    String status = decision == null ? "baseline_checked" : "completed";
    ctx.json(
        new WorkflowResult(
            answer.requestId(), status, decision, answer.overallQuality(), List.of()));
  }

  private Optional<Baseline> ownBaseline(String model, String hash) {
    List<ScoredAnswer> answers = history.last(BASELINE_ANSWERS);
    return answers.size() < BASELINE_ANSWERS
        ? Optional.empty()
        : Optional.of(baselines.add(model, hash, answers));
  }
}
