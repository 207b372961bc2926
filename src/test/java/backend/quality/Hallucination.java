package backend.quality;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much of a response looks made up.
 *
 * @param hallucinationRate 0..100, 10 for each indicator below
 * @param confidenceMarkers hedging phrases
 * @param unsupportedClaims years, percentages and amounts that the prompt does not mention
 * @param numericPrecision numbers of five digits or more
 */
public record Hallucination(
    double hallucinationRate,
    int confidenceMarkers,
    int unsupportedClaims,
    int numericPrecision,
    Risk riskLevel,
    Details details) {

  private static final Pattern HEDGING =
      Pattern.compile(
          "\\b(?:i think|i believe|i guess|probably|possibly|perhaps|maybe|might be|could be"
              + "|it seems|as far as i know|not sure)\\b");
  private static final Pattern CLAIM =
      Pattern.compile(
          "[$€£]\\s?\\d[\\d.,]*|\\b\\d+(?:\\.\\d+)?\\s?(?:%|percent\\b)|\\b(?:1[89]|20)\\d{2}\\b");
  private static final Pattern PRECISE = Pattern.compile("\\d{5,}");

  /** How far to trust a response. */
  public enum Risk {
    LOW,
    MEDIUM,
    HIGH;

    static Risk of(double rate) {
      return rate < 20 ? LOW : rate < 50 ? MEDIUM : HIGH;
    }
  }

  /** What the rate was made from. */
  public record Details(int indicators) {}

  static Hallucination of(String prompt, String response) {
    String asked = prompt.toLowerCase(Locale.ROOT);
    String text = response.toLowerCase(Locale.ROOT);
    int hedging = (int) HEDGING.matcher(text).results().count();
    int unsupported =
        (int)
            CLAIM
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(claim -> !asked.contains(claim))
                .count();
    int precise = (int) PRECISE.matcher(text).results().count();
    int indicators = hedging + unsupported + precise;
    double rate = Scores.capped(10.0 * indicators);
    return new Hallucination(
        rate, hedging, unsupported, precise, Risk.of(rate), new Details(indicators));
  }
}
