package loadgate.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The name of a user type, in the settings and in the report.
 *
 * @param name in the settings, such as {@code task-monitoring}
 */
public record UserTypeName(String name) {

  /** Made from the class name: {@code TaskMonitoringUser} is {@code task-monitoring}. */
  public static UserTypeName of(Class<?> userType) {
    return ofSimpleName(userType.getSimpleName());
  }

  /** As {@link #of(Class)}, from the class name without its package. */
  public static UserTypeName ofSimpleName(String className) {
    String[] words = className.replaceFirst("User$", "").split("(?<=[a-z0-9])(?=[A-Z])");
    return new UserTypeName(String.join("-", words).toLowerCase(Locale.ROOT));
  }

  /** In the report: {@code Task Monitoring}. */
  public String title() {
    return Arrays.stream(name.split("-"))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining(" "));
  }
}
