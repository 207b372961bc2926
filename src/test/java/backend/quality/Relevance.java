package backend.quality;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much a response has to do with its prompt.
 *
 * @param score 0..100: 50 for all of the prompt's keywords, 30 for a fitting length or else 10, and
 *     20 for saying anything at all
 * @param keywordOverlap share of the prompt's keywords that the response has, 0..1; 0 when the
 *     prompt has none
 * @param lengthAppropriate whether it has 10 to 500 words
 * @param questionTypeMatch whether it answers at all
 */
public record Relevance(
    double score,
    double keywordOverlap,
    boolean lengthAppropriate,
    boolean questionTypeMatch,
    Details details) {

  private static final int LEAST_WORDS = 10;
  private static final int MOST_WORDS = 500;

  private static final Set<String> STOP_WORDS =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "can", "could", "do", "does", "for",
          "from", "how", "i", "in", "is", "it", "its", "me", "my", "of", "on", "or", "so", "that",
          "the", "their", "these", "this", "those", "to", "was", "we", "were", "what", "when",
          "where", "which", "who", "why", "will", "with", "would", "you", "your");

  /** What the score was made from. */
  public record Details(int promptKeywords, int matchedKeywords, int responseWords) {}

  static Relevance of(Prose prompt, Prose response) {
    Set<String> keywords =
        prompt.words().filter(word -> !STOP_WORDS.contains(word)).collect(Collectors.toSet());
    Set<String> answered = response.words().collect(Collectors.toSet());
    int matched = (int) keywords.stream().filter(answered::contains).count();
    double overlap = keywords.isEmpty() ? 0 : (double) matched / keywords.size();
    int words = response.length();
    boolean fitting = words >= LEAST_WORDS && words <= MOST_WORDS;
    boolean answers = words > 0;
    double score = 50 * overlap + (fitting ? 30 : 10) + (answers ? 20 : 0);
    return new Relevance(
        Scores.rounded(Scores.capped(score)),
        overlap,
        fitting,
        answers,
        new Details(keywords.size(), matched, words));
  }
}
