package backend.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The lower-case words of a text, from which the scores of an answer are computed.
 *
 * @param sentences how many the words form
 */
record Text(List<String> words, long sentences) {

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+(?:\\s|$)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

  /** Hedging words, percentages and numbers of five digits or more. */
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          "\\b(?:i think|i believe|probably|possibly|perhaps|maybe|not sure)\\b|\\d+ ?%|\\d{5,}");

  private static final Set<String> LINKING_WORDS =
      Set.of("also", "although", "because", "finally", "however", "moreover", "therefore", "thus");

  private static final Set<String> STOP_WORDS =
      Set.of(
          "a", "an", "and", "are", "by", "can", "do", "does", "for", "from", "how", "in", "is",
          "it", "of", "on", "or", "so", "that", "the", "this", "to", "was", "what", "when", "which",
          "who", "why", "with", "you", "your");

  static Text of(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    return new Text(words, SENTENCE_END.matcher(text).results().count());
  }

  /**
   * How much the text has to do with the prompt, 0..100: 50 for all keywords of the prompt, 30 for
   * 10 to 500 words or else 10, and 20 for any word.
   */
  double relevanceTo(Text prompt) {
    Set<String> keywords = new HashSet<>(prompt.words());
    keywords.removeAll(STOP_WORDS);
    Set<String> found = new HashSet<>(words);
    found.retainAll(keywords);
    double overlap = found.size() / Math.max(1.0, keywords.size());
    boolean fitting = words.size() >= 10 && words.size() <= 500;
    return 50 * overlap + (fitting ? 30 : 10) + (words.isEmpty() ? 0 : 20);
  }

  /** How well the text hangs together, 76..97: more with linking words and long sentences. */
  double coherence() {
    double flow = words.stream().anyMatch(LINKING_WORDS::contains) ? 90 : 60;
    double perSentence = words.size() / Math.max(1.0, sentences);
    double readability = perSentence >= 10 && perSentence <= 25 ? 100 : 60;
    return 40 + 0.3 * (flow + readability);
  }

  /** 10 for each doubtful phrase or figure, at most 100. */
  static double hallucinationRate(String text) {
    return Math.min(100, 10.0 * DOUBTFUL.matcher(text.toLowerCase(Locale.ROOT)).results().count());
  }
}
