package proof;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a finished run was started and ended; written beside its folder.
 *
 * @param test class and method, such as {@code HealthyRunIT.runTwice}
 * @param simulation the simple name of its class
 * @param options system properties, without those of the machinery
 * @param faults what was broken beside the faults among the options
 */
public record RunDescription(
    String test,
    String simulation,
    Map<String, String> options,
    List<String> faults,
    int exitCode) {

  public static final String FILE_NAME = "run.json";

  private static final String FAULT = "loadgate.backend.faults.";

  /** Empty for the simulation's own. */
  public String profile() {
    return options.getOrDefault("profile", "");
  }

  /**
   * All that was broken, in one order. What a test did to a backend of its own, and did not name,
   * has the name of the test.
   */
  public List<String> allFaults() {
    List<String> all = new ArrayList<>();
    new TreeMap<>(options)
        .forEach(
            (key, value) -> {
              if (key.startsWith(FAULT)) {
                all.add("`%s = %s`".formatted(key.substring(FAULT.length()), value));
              }
            });
    all.addAll(faults);
    if (all.isEmpty() && options.containsKey("baseUrl") && exitCode != 0) {
      all.add("`" + test + "`");
    }
    return List.copyOf(all);
  }

  void write(Path folder) {
    try {
      new ObjectMapper().writeValue(folder.resolve(FILE_NAME).toFile(), this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static RunDescription read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), RunDescription.class);
  }
}
