package backend.workflow;

import backend.quality.QualityMetrics;
import backend.validation.Decision;
import backend.validation.Validation;
import java.util.List;
import java.util.UUID;

/**
 * How far a workflow came.
 *
 * @param status completed, baseline_checked without a baseline to compare with, or failed
 * @param decision null unless it was completed
 * @param qualityMetrics null when the scoring failed
 * @param validationResult null unless it was completed
 */
record WorkflowResult(
    UUID requestId,
    String status,
    Decision decision,
    Quality qualityMetrics,
    Comparison validationResult,
    List<String> errors) {

  record Score(double score) {}

  record Rate(double hallucinationRate) {}

  /** The answer's scores in short. */
  record Quality(double overallQuality, Score relevance, Score coherence, Rate hallucination) {

    static Quality of(QualityMetrics metrics) {
      return new Quality(
          metrics.overallQuality(),
          new Score(metrics.relevance().score()),
          new Score(metrics.coherence().score()),
          new Rate(metrics.hallucination().hallucinationRate()));
    }
  }

  /** The validation in short. */
  record Comparison(
      UUID validationId,
      Decision decision,
      double confidence,
      double qualityChange,
      double qualityChangePercentage,
      String recommendation,
      List<String> reasoning) {

    static Comparison of(Validation validation) {
      return new Comparison(
          validation.validationId(),
          validation.decision(),
          validation.confidence(),
          validation.qualityChange(),
          validation.qualityChangePercentage(),
          validation.recommendation(),
          validation.reasoning());
    }
  }

  static WorkflowResult completed(QualityMetrics metrics, Validation validation) {
    return new WorkflowResult(
        UUID.randomUUID(),
        "completed",
        validation.decision(),
        Quality.of(metrics),
        Comparison.of(validation),
        List.of());
  }

  static WorkflowResult withoutBaseline(QualityMetrics metrics) {
    return new WorkflowResult(
        UUID.randomUUID(), "baseline_checked", null, Quality.of(metrics), null, List.of());
  }

  static WorkflowResult failed(RuntimeException error) {
    return new WorkflowResult(
        UUID.randomUUID(), "failed", null, null, null, List.of(error.toString()));
  }
}
