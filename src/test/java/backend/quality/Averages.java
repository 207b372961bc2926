package backend.quality;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The means of scored answers, with two decimals.
 *
 * @param quality of the overall quality, 0..100
 * @param hallucination of the hallucination rate, 0..100
 */
public record Averages(double quality, double relevance, double coherence, double hallucination) {

  /** {@code answers} is not empty. */
  public static Averages of(List<QualityMetrics> answers) {
    return new Averages(
        mean(answers, QualityMetrics::overallQuality),
        mean(answers, answer -> answer.relevance().score()),
        mean(answers, answer -> answer.coherence().score()),
        mean(answers, answer -> answer.hallucination().hallucinationRate()));
  }

  private static double mean(
      List<QualityMetrics> answers, ToDoubleFunction<QualityMetrics> figure) {
    return Scores.rounded(answers.stream().mapToDouble(figure).average().orElseThrow());
  }
}
