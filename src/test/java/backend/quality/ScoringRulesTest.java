package backend.quality;

import static org.assertj.core.api.Assertions.assertThat;

import backend.quality.Hallucination.Risk;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringRulesTest {

  private static Relevance relevance(String prompt, String response) {
    return Relevance.of(Prose.of(prompt), Prose.of(response));
  }

  private static Coherence coherence(String response) {
    return Coherence.of(Prose.of(response));
  }

  @Test
  void shouldSplitProseIntoSentencesOfLowerCaseWords() {
    assertThat(Prose.of("Version 2.0 isn't out... Größe? Yes!").sentences())
        .containsExactly(
            List.of("version", "2", "0", "isn't", "out"), List.of("größe"), List.of("yes"));
  }

  @Test
  void shouldHaveNoSentencesInPunctuation() {
    assertThat(Prose.of(" ... !").sentences()).isEmpty();
  }

  @Test
  void shouldGive50ForAllKeywords30ForALengthAnd20ForAnAnswer() {
    Relevance relevance =
        relevance("What is a cache?", "A cache keeps what was asked for once, so it is fast.");

    assertThat(relevance.score()).isEqualTo(100);
    assertThat(relevance.keywordOverlap()).isEqualTo(1);
    assertThat(relevance.lengthAppropriate()).isTrue();
    assertThat(relevance.details()).isEqualTo(new Relevance.Details(1, 1, 12));
  }

  @Test
  void shouldCountAKeywordOnce() {
    // cache, fast: one of two.
    assertThat(relevance("Cache, cache, fast cache", "cache cache").keywordOverlap())
        .isEqualTo(0.5);
  }

  @Test
  void shouldFindNoOverlapWithoutKeywords() {
    assertThat(relevance("What is it?", "It is what it is.").score()).isEqualTo(30);
  }

  @ParameterizedTest
  @CsvSource({"9, 30", "10, 50", "500, 50", "501, 30"})
  void shouldGive20MoreForAFittingLength(int words, double score) {
    assertThat(relevance("Why?", "word ".repeat(words)).score()).isEqualTo(score);
  }

  @Test
  void shouldTakeSentencesOfThreeWordsForWhole() {
    assertThat(coherence("One two three. One two. Four five six! Go.").sentenceQuality())
        .isEqualTo(50);
  }

  @ParameterizedTest
  @CsvSource({
    "It works, 60",
    "It works because it must, 90",
    "However it works because and therefore it must, 90",
    "However it works because and therefore it must thus, 75",
  })
  void shouldLikeOneToThreeLinkingWords(String response, double flow) {
    assertThat(coherence(response).logicalFlow()).isEqualTo(flow);
  }

  @ParameterizedTest
  @CsvSource({"9, 60", "10, 80", "14, 80", "15, 100", "20, 100", "21, 80", "25, 80", "26, 60"})
  void shouldLikeSentencesOf15To20Words(int words, double readability) {
    assertThat(coherence("word ".repeat(words)).readability()).isEqualTo(readability);
  }

  @Test
  void shouldTake10OffForContradictions() {
    // 0.3 x (100 + 60 + 60) = 66
    Coherence coherence = coherence("It always works. It never works.");

    assertThat(coherence.contradictions()).isEqualTo(1);
    assertThat(coherence.score()).isEqualTo(66);
    assertThat(coherence("It always works.").score()).isEqualTo(76);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It works.                             | 0 | 0 | 0",
        "Perhaps. I think it might be so.      | 3 | 0 | 0",
        "Since 1999 it costs $20 or 5.5 %.     | 0 | 3 | 0",
        "Since 2017 it costs 20 percent.       | 0 | 1 | 0",
        "It has 12345 parts and 1234 screws.   | 0 | 0 | 1",
      })
  void shouldCountIndicators(String response, int hedging, int unsupported, int precise) {
    Hallucination found = Hallucination.of("What happened in 2017?", response);

    assertThat(found.confidenceMarkers()).isEqualTo(hedging);
    assertThat(found.unsupportedClaims()).isEqualTo(unsupported);
    assertThat(found.numericPrecision()).isEqualTo(precise);
    assertThat(found.hallucinationRate()).isEqualTo(10.0 * (hedging + unsupported + precise));
  }

  @Test
  void shouldNotExceedARateOf100() {
    assertThat(Hallucination.of("", "maybe ".repeat(11)).hallucinationRate()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"0, LOW", "19.99, LOW", "20, MEDIUM", "49.99, MEDIUM", "50, HIGH", "100, HIGH"})
  void shouldNameTheRisk(double rate, Risk risk) {
    assertThat(Risk.of(rate)).isEqualTo(risk);
  }
}
