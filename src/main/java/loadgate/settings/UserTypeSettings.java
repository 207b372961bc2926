package loadgate.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import loadgate.model.SettingsException;
import loadgate.model.ThinkTime;

/**
 * The settings of one user type, from {@code loadgate.user-types}.
 *
 * @param like the user type that this one behaves like; empty for one with a class of its own
 * @param thinkTime the pause after every iteration
 * @param options what the user type itself is told
 */
public record UserTypeSettings(Optional<String> like, ThinkTime thinkTime, Options options) {

  static final String LIKE = "like";
  private static final String THINK_TIME = "think-time";
  private static final String PACE = "pace";

  /** Those keys that are not for the user type itself. */
  static final Set<String> KEYS = Set.of(LIKE, THINK_TIME, PACE);

  private static final ThinkTime DEFAULT =
      ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3));

  /**
   * Reads all of them.
   *
   * @param classes names of the user types that have a class
   * @return by name, those that only the settings name included
   * @throws SettingsException for an unknown name or a wrong value
   */
  static Map<String, UserTypeSettings> read(Section userTypes, Set<String> classes) {
    Set<String> names = names(userTypes, classes);
    userTypes.only(names.toArray(String[]::new));
    Map<String, UserTypeSettings> read = new TreeMap<>();
    names.forEach(name -> read.put(name, one(userTypes.section(name), classes)));
    return read;
  }

  /** The names of the classes and of the user types that are like one of them. */
  static Set<String> names(Section userTypes, Set<String> classes) {
    Set<String> names = new TreeSet<>(classes);
    userTypes.keys().stream()
        .filter(key -> userTypes.isSection(key) && userTypes.section(key).has(LIKE))
        .forEach(names::add);
    return names;
  }

  private static UserTypeSettings one(Section section, Set<String> classes) {
    Optional<String> like = section.optional(LIKE, section::text);
    if (like.isPresent() && !classes.contains(like.get())) {
      throw section.error(
          LIKE,
          "unknown user type \""
              + like.get()
              + "\"; allowed: "
              + String.join(", ", new TreeSet<>(classes)));
    }
    return new UserTypeSettings(like, thinkTime(section), new Options(section));
  }

  private static ThinkTime thinkTime(Section section) {
    if (!section.has(THINK_TIME) && !section.has(PACE)) {
      return DEFAULT;
    }
    ThinkTime drawn = section.optional(THINK_TIME, section::thinkTime).orElse(ThinkTime.none());
    return section.optional(PACE, section::duration).map(drawn::withPace).orElse(drawn);
  }
}
