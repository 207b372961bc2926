package backend.quality;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text as sentences of words in lower case.
 *
 * @param sentences none of them empty
 */
record Prose(List<List<String>> sentences) {

  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]+(?:\\s+|$)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");

  static Prose of(String text) {
    return new Prose(
        SENTENCE_END
            .splitAsStream(text)
            .map(Prose::wordsOf)
            .filter(words -> !words.isEmpty())
            .toList());
  }

  private static List<String> wordsOf(String sentence) {
    return WORD.matcher(sentence.toLowerCase(Locale.ROOT))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  Stream<String> words() {
    return sentences.stream().flatMap(List::stream);
  }

  int length() {
    return sentences.stream().mapToInt(List::size).sum();
  }

  /** How many words are among these. */
  int countOf(Set<String> wanted) {
    return (int) words().filter(wanted::contains).count();
  }
}
