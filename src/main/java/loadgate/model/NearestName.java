package loadgate.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a misspelt one was probably meant to be. */
public final class NearestName {

  private NearestName() {}

  /**
   * The known name that takes the fewest changes of single letters, whatever their case (<a
   * href="https://en.wikipedia.org/wiki/Levenshtein_distance">Levenshtein distance</a>).
   *
   * @return empty when even that one differs in more than a third of its letters
   */
  public static Optional<String> of(String written, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .filter(name -> distance(written, name) <= Math.max(1, name.length() / 3));
  }

  /** {@code ; nearest is p95} for messages, or nothing. */
  public static String hint(String written, Collection<String> known) {
    return of(written, known)
        .filter(name -> !name.equals(written))
        .map(name -> "; nearest is " + name)
        .orElse("");
  }

  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }
}
