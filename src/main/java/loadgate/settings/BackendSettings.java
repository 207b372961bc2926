package loadgate.settings;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to start the reference backend. Its own options are passed on as they are; the backend checks
 * them itself.
 *
 * @param mainClass to run in a process of its own, on this run's class path
 * @param startTimeout until it must serve
 * @param options every key under {@code loadgate.backend} with its value
 */
public record BackendSettings(
    String mainClass, Duration startTimeout, Map<String, String> options) {

  static BackendSettings read(Section backend) {
    Config config = backend.asConfig();
    Map<String, String> options = new TreeMap<>();
    config
        .entrySet()
        .forEach(
            entry ->
                options.put(
                    backend.pathOf("") + entry.getKey(), text(entry.getValue().unwrapped())));
    return new BackendSettings(
        backend.text("main-class"), backend.duration("start-timeout"), Map.copyOf(options));
  }

  private static String text(Object value) {
    return String.valueOf(value);
  }
}
