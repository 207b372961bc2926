package backend.agent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/**
 * One answer of a language model with its scores, which have two decimals.
 *
 * @param modelName null when the client named no model
 * @param overallQuality 0..100: 0.4 relevance, 0.4 coherence and 0.2 absence of hallucination
 * @param qualityGrade A from 90, B from 80, C from 70, D from 60, else F
 */
record ScoredAnswer(
    UUID requestId,
    Instant timestamp,
    String modelName,
    String prompt,
    String response,
    double overallQuality,
    String qualityGrade,
    Score relevance,
    Score coherence,
    Rate hallucination) {

  /** From 0 to 100, more is better. */
  record Score(double score) {}

  /** From 0 to 100, less is better. */
  record Rate(double hallucinationRate) {}

  static ScoredAnswer of(String modelName, String prompt, String response) {
    Text answered = Text.of(response);
    double relevance = rounded(answered.relevanceTo(Text.of(prompt)));
    double coherence = rounded(answered.coherence());
    double rate = Text.hallucinationRate(response);
    double overall = rounded(0.4 * relevance + 0.4 * coherence + 0.2 * (100 - rate));
    return new ScoredAnswer(
        UUID.randomUUID(),
        Instant.now(),
        modelName,
        prompt,
        response,
        overall,
        grade(overall),
        new Score(relevance),
        new Score(coherence),
        new Rate(rate));
  }

  private static String grade(double quality) {
    return quality >= 90
        ? "A"
        : quality >= 80 ? "B" : quality >= 70 ? "C" : quality >= 60 ? "D" : "F";
  }

  /** The mean with two decimals, 0 without answers. */
  static double mean(List<ScoredAnswer> answers, ToDoubleFunction<ScoredAnswer> score) {
    return rounded(answers.stream().mapToDouble(score).average().orElse(0));
  }

  static double rounded(double score) {
    return Math.round(score * 100) / 100.0;
  }
}
