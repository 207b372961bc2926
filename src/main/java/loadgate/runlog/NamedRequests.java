package loadgate.runlog;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Requests that are taken together.
 *
 * @param outermost the outermost of the groups that they are sent in; empty for whichever
 * @param name of them, in which {@code *} stands for any text and {@code \*} for itself
 * @param group that gets an execution for each of them
 */
public record NamedRequests(Optional<String> outermost, String name, GroupPath group) {

  private static final String ANY = "*";

  /** The star that stands for any text. */
  private static final Pattern UNESCAPED = Pattern.compile("(?<!\\\\)\\*");

  /** Whether the name may be that of several requests. */
  public static boolean mayBeSeveral(String name) {
    return name.contains(ANY);
  }

  boolean areIn(String group) {
    return outermost.stream().allMatch(group::equals);
  }

  /** How the names of the requests have to look. */
  Pattern names() {
    StringBuilder names = new StringBuilder();
    for (String part : UNESCAPED.split(name, -1)) {
      names.append(names.isEmpty() ? "" : ".*").append(Pattern.quote(part.replace("\\*", ANY)));
    }
    return Pattern.compile(names.toString(), Pattern.DOTALL);
  }
}
