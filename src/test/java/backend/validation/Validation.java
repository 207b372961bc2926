package backend.validation;

import backend.quality.Scores;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A change in quality and whether it may go live, decided from the change as it is told, with two
 * decimals.
 *
 * @param confidence 0..1
 * @param statisticallySignificant false, as no test is run; for the same reason the next two are
 *     null
 */
public record Validation(
    UUID validationId,
    String name,
    Decision decision,
    double confidence,
    double baselineQuality,
    double newQuality,
    double qualityChange,
    double qualityChangePercentage,
    boolean statisticallySignificant,
    Double pValue,
    Double effectSize,
    String recommendation,
    List<String> reasoning,
    Instant timestamp,
    JsonNode metadata) {

  /**
   * @param before above 0
   */
  public static Validation of(String name, double before, double after, JsonNode metadata) {
    double change = Scores.rounded(after - before);
    double percent = Scores.rounded(100 * (after - before) / before);
    Judgement judgement = Judgement.of(percent);
    return new Validation(
        UUID.randomUUID(),
        name,
        judgement.decision(),
        judgement.confidence(),
        before,
        after,
        change,
        percent,
        false,
        null,
        null,
        judgement.decision().recommendation(),
        List.of("quality goes from " + before + " to " + after, judgement.reason()),
        Instant.now(),
        metadata);
  }
}
