package loadgate.settings;

import com.typesafe.config.ConfigValue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How to start the reference backend. Its own options are passed on as they are; the backend checks
 * them itself.
 *
 * @param mainClass to run in a process of its own, on this run's class path
 * @param startTimeout until it must serve
 * @param options every key under {@code loadgate.backend} with its value
 */
public record ReferenceBackendSettings(
    String mainClass, Duration startTimeout, Map<String, String> options) {

  private static final String MAIN_CLASS = "main-class";

  /** Empty without a main class. */
  static Optional<ReferenceBackendSettings> read(Section backend) {
    if (!backend.has(MAIN_CLASS)) {
      return Optional.empty();
    }
    Map<String, String> options = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> entry : backend.asConfig().entrySet()) {
      options.put(backend.path() + "." + entry.getKey(), entry.getValue().unwrapped().toString());
    }
    return Optional.of(
        new ReferenceBackendSettings(
            backend.text(MAIN_CLASS), backend.duration("start-timeout"), Map.copyOf(options)));
  }
}
