package backend.regression;

import backend.quality.Averages;
import backend.quality.QualityMetrics;
import backend.quality.Scores;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The quality that a model with a configuration is held to.
 *
 * @param baselineType rolling, fixed or adaptive
 * @param sampleSize how many answers it was computed from
 * @param status always active: nothing takes a baseline out of use
 */
public record Baseline(
    UUID baselineId,
    String modelName,
    String configHash,
    String baselineType,
    Metrics metrics,
    int sampleSize,
    Instant createdAt,
    Instant updatedAt,
    String status,
    Map<String, Object> metadata) {

  /**
   * The answers in figures with two decimals.
   *
   * @param stdDevQuality of a sample, with n - 1; 0 for a single answer
   */
  public record Metrics(
      double averageQuality,
      double averageRelevance,
      double averageCoherence,
      double averageHallucination,
      double stdDevQuality,
      double minQuality,
      double maxQuality) {

    static Metrics of(List<QualityMetrics> answers) {
      Averages averages = Averages.of(answers);
      DoubleSummaryStatistics quality =
          answers.stream().mapToDouble(QualityMetrics::overallQuality).summaryStatistics();
      return new Metrics(
          averages.quality(),
          averages.relevance(),
          averages.coherence(),
          averages.hallucination(),
          Scores.rounded(deviation(answers, quality.getAverage())),
          quality.getMin(),
          quality.getMax());
    }

    private static double deviation(List<QualityMetrics> answers, double mean) {
      if (answers.size() < 2) {
        return 0;
      }
      double squares =
          answers.stream().mapToDouble(a -> Math.pow(a.overallQuality() - mean, 2)).sum();
      return Math.sqrt(squares / (answers.size() - 1));
    }
  }

  /** {@code answers} is not empty. */
  public static Baseline of(
      String modelName,
      String configHash,
      String baselineType,
      Map<String, Object> metadata,
      List<QualityMetrics> answers) {
    Instant now = Instant.now();
    return new Baseline(
        UUID.randomUUID(),
        modelName,
        configHash,
        baselineType,
        Metrics.of(answers),
        answers.size(),
        now,
        now,
        "active",
        metadata);
  }
}
