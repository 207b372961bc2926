package loadgate.settings;

import com.typesafe.config.ConfigRenderOptions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import loadgate.model.SettingsException;

/**
 * The options of one user type in the settings. A wrong value is refused with its place and what is
 * allowed.
 */
public final class Options {

  private final Section section;

  Options(Section section) {
    this.section = section;
  }

  /**
   * Refuses every key but these and those that every user type has, such as {@code think-time}.
   *
   * @throws SettingsException for the first other key
   */
  public Options only(String... keys) {
    Set<String> allowed = new TreeSet<>(UserTypeSettings.KEYS);
    allowed.addAll(List.of(keys));
    section.only(allowed.toArray(String[]::new));
    return this;
  }

  /** A whole number, {@code least} or more; the fallback when nothing is said. */
  public int wholeNumber(String key, int fallback, int least) {
    return section.has(key) ? section.wholeNumber(key, least) : fallback;
  }

  /** On or off; the fallback when nothing is said. */
  public boolean flag(String key, boolean fallback) {
    return section.has(key) ? section.flag(key) : fallback;
  }

  /** A text; the fallback when nothing is said. */
  public String text(String key, String fallback) {
    return section.has(key) ? section.text(key) : fallback;
  }

  /** All that is told, the same text for the same content; empty when nothing is. */
  public String text() {
    return section.keys().isEmpty()
        ? ""
        : section.asConfig().root().render(ConfigRenderOptions.concise());
  }

  /** The error for a value that the user type refuses, with its place. */
  public SettingsException error(String key, String problem) {
    return section.error(key, problem);
  }
}
