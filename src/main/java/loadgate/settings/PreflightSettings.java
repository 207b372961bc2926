package loadgate.settings;

import java.util.Optional;

/**
 * How the target is tried before the load.
 *
 * @param enabled whether it is
 * @param path that must be answered with success; empty to ask for the base URL, whose answer only
 *     has to come
 */
public record PreflightSettings(boolean enabled, Optional<String> path) {

  private static final String KEY = "preflight";

  static PreflightSettings read(Section root) {
    String text = root.text(KEY);
    if (text.startsWith("/")) {
      return new PreflightSettings(true, Optional.of(text));
    }
    if (Section.isFlag(text)) {
      return new PreflightSettings(root.flag(KEY), Optional.empty());
    }
    throw root.error(KEY, "must be true, false or a path of the target, such as \"/healthz\"");
  }
}
