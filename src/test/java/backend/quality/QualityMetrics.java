package backend.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;

/**
 * One scored answer of a language model.
 *
 * @param modelName null when nobody said which model it was
 * @param overallQuality 0..100: 0.4 relevance, 0.4 coherence and 0.2 absence of hallucination
 * @param processingTimeMs how long the scoring took, in milliseconds
 */
public record QualityMetrics(
    UUID requestId,
    Instant timestamp,
    String prompt,
    String response,
    String modelName,
    double overallQuality,
    Grade qualityGrade,
    Relevance relevance,
    Coherence coherence,
    Hallucination hallucination,
    double processingTimeMs,
    JsonNode metadata) {

  /** English has about that many characters in a token. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  /** Scores an answer now. */
  public static QualityMetrics score(
      String prompt, String response, String modelName, JsonNode metadata) {
    long start = System.nanoTime();
    Prose asked = Prose.of(prompt);
    Prose answered = Prose.of(response);
    Relevance relevance = Relevance.of(asked, answered);
    Coherence coherence = Coherence.of(answered);
    Hallucination hallucination = Hallucination.of(prompt, response);
    double overall =
        Scores.rounded(
            0.4 * relevance.score()
                + 0.4 * coherence.score()
                + 0.2 * (Scores.MOST - hallucination.hallucinationRate()));
    return new QualityMetrics(
        UUID.randomUUID(),
        Instant.now(),
        prompt,
        response,
        modelName,
        overall,
        Grade.of(overall),
        relevance,
        coherence,
        hallucination,
        (System.nanoTime() - start) / 1e6,
        metadata);
  }

  /** About how many tokens prompt and response have together. */
  public int tokens() {
    return (prompt.length() + response.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }

  /** Whether the answer is good enough for any grade but the last. */
  public boolean passed() {
    return qualityGrade != Grade.F;
  }
}
