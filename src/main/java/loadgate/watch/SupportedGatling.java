package loadgate.watch;

import io.gatling.commons.util.GatlingVersion;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loadgate.model.SettingsException;

/** The versions of Gatling that loadgate runs with; it uses internals that change between them. */
public final class SupportedGatling {

  /** Of 3: the oldest that has what is used, and the newest that was tried. */
  private static final int OLDEST = 14;

  private static final int NEWEST = 15;

  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\..*");

  private SupportedGatling() {}

  /**
   * Refuses a version that loadgate cannot judge, before anything of it is used.
   *
   * @return a note on a version newer than the known ones
   * @throws SettingsException for one that is too old, or has other interfaces
   */
  public static Optional<String> check() {
    return check(GatlingVersion.ThisVersion().fullVersion(), missing());
  }

  /**
   * @param missing a method that Gatling calls and loadgate does not have
   */
  static Optional<String> check(String version, Optional<String> missing) {
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(parts.group(2));
    boolean three = parts.group(1).equals("3");
    if (three ? minor < OLDEST : Integer.parseInt(parts.group(1)) < 3) {
      throw unsupported(version, "it is too old");
    }
    if (missing.isPresent()) {
      throw unsupported(version, "its interfaces have changed (" + missing.get() + ")");
    }
    return three && minor <= NEWEST
        ? Optional.empty()
        : Optional.of("Gatling " + version + " is newer than those that loadgate was tried with");
  }

  private static SettingsException unsupported(String version, String why) {
    return new SettingsException(
        "class path",
        "has Gatling %s, which loadgate cannot run with: %s; allowed are 3.%s to 3.%s"
            .formatted(version, why, OLDEST, NEWEST));
  }

  private static Optional<String> missing() {
    return Stream.of(WatchedStatsEngine.class.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .map(Method::getName)
        .findFirst();
  }
}
