package backend.analytics;

import backend.quality.QualityMetrics;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Models side by side.
 *
 * @param comparison in the order in which they were asked for
 * @param recommendation the model of the best average quality, null when none has answers
 */
record Comparison(List<Model> comparison, String recommendation, String reason) {

  /** What a thousand tokens cost, in US dollars. */
  private static final double PRICE = 0.03;

  /**
   * One model; its averages are null when it has no answers.
   *
   * @param avgLatency milliseconds of scoring
   * @param costPerRequest in US dollars
   */
  record Model(
      String modelId,
      Double avgQuality,
      Double avgLatency,
      Double avgTokens,
      Double costPerRequest,
      int sampleCount) {

    static Model of(String id, List<QualityMetrics> all) {
      List<QualityMetrics> own =
          all.stream().filter(answer -> id.equals(answer.modelName())).toList();
      Double tokens = Figure.TOKENS.average(own);
      return new Model(
          id,
          Figure.QUALITY.average(own),
          Figure.LATENCY.average(own),
          tokens,
          tokens == null ? null : Double.valueOf(tokens / 1_000 * PRICE),
          own.size());
    }
  }

  static Comparison of(List<String> ids, List<QualityMetrics> answers) {
    List<Model> models = ids.stream().map(id -> Model.of(id, answers)).toList();
    Optional<Model> best =
        models.stream()
            .filter(model -> model.sampleCount() > 0)
            .max(Comparator.comparing(Model::avgQuality));
    return new Comparison(
        models,
        best.map(Model::modelId).orElse(null),
        best.map(model -> "It has the best average quality.")
            .orElse("None of them has an answer yet."));
  }
}
