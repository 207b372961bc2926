package backend.quality;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well a response hangs together.
 *
 * @param score 0..100: 0.3 times each of the next three and 10 for not contradicting itself
 * @param sentenceQuality sentences of three words or more, in percent of all
 * @param logicalFlow 60 without linking words, 90 with one to three, 75 with more
 * @param readability 100 for 15 to 20 words per sentence, 80 for 10 to 25, else 60
 * @param contradictions pairs of opposites that it holds both of
 */
public record Coherence(
    double score,
    double sentenceQuality,
    double logicalFlow,
    double readability,
    int contradictions,
    Details details) {

  private static final int LEAST_WORDS = 3;

  private static final Set<String> LINKING_WORDS =
      Set.of(
          "additionally",
          "also",
          "although",
          "because",
          "consequently",
          "finally",
          "furthermore",
          "hence",
          "however",
          "moreover",
          "nevertheless",
          "therefore",
          "thus",
          "whereas");

  private record Opposites(String one, String other) {

    boolean bothIn(Set<String> words) {
      return words.contains(one) && words.contains(other);
    }
  }

  private static final List<Opposites> CONTRADICTIONS =
      List.of(
          new Opposites("always", "never"),
          new Opposites("all", "none"),
          new Opposites("everyone", "nobody"),
          new Opposites("everything", "nothing"),
          new Opposites("possible", "impossible"),
          new Opposites("true", "false"),
          new Opposites("increases", "decreases"));

  /** What the score was made from. */
  public record Details(int sentences, int linkingWords, double wordsPerSentence) {}

  static Coherence of(Prose response) {
    int sentences = response.sentences().size();
    int linking = response.countOf(LINKING_WORDS);
    double perSentence = sentences == 0 ? 0 : (double) response.length() / sentences;
    Set<String> words = response.words().collect(Collectors.toSet());
    int contradictions = (int) CONTRADICTIONS.stream().filter(pair -> pair.bothIn(words)).count();
    double quality = sentenceQuality(response);
    double flow = linking == 0 ? 60 : linking <= 3 ? 90 : 75;
    double readability = readability(perSentence);
    double score = 0.3 * (quality + flow + readability) + (contradictions == 0 ? 10 : 0);
    return new Coherence(
        Scores.rounded(Scores.capped(score)),
        quality,
        flow,
        readability,
        contradictions,
        new Details(sentences, linking, perSentence));
  }

  private static double sentenceQuality(Prose response) {
    return 100
        * response.sentences().stream()
            .mapToInt(sentence -> sentence.size() >= LEAST_WORDS ? 1 : 0)
            .average()
            .orElse(0);
  }

  private static double readability(double wordsPerSentence) {
    if (wordsPerSentence >= 15 && wordsPerSentence <= 20) {
      return 100;
    }
    return wordsPerSentence >= 10 && wordsPerSentence <= 25 ? 80 : 60;
  }
}
