package backend.marketdata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How much a client wants to know. */
public enum Depth {
  QUICK,
  STANDARD,
  DEEP;

  /** The words for them, in the order of the values. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Depth::word).toList();
  }

  public static Depth of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
