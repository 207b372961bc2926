package loadgate.report;

import java.util.regex.Pattern;

/**
 * Makes one line of a name or a message, which the target or a test's author has chosen: in it
 * nothing colours a terminal, begins another line or turns the direction of writing.
 */
public final class OneLine {

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

  private OneLine() {}

  public static String of(String text) {
    return UNPRINTABLE.matcher(text).replaceAll(" ");
  }
}
