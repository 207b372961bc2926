package loadgate.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line of Gatling in this process.
 *
 * @param words main class, options and their values
 * @param ofBuildTool whether a build tool has started it
 */
public record GatlingArguments(List<String> words, boolean ofBuildTool) {

  /** Where Gatling's build tool plugins put it, in the one jar that they start. */
  private static final String OF_BUILD_TOOL = "META-INF/args.txt";

  /** What people give the plugin, which does not pass it on to itself. */
  private static final String RESULTS_PROPERTY = "gatling.resultsFolder";

  private static final String RESULTS_OF_PLUGIN = "target/gatling";

  public GatlingArguments {
    words = List.copyOf(words);
  }

  public static GatlingArguments ofProcess() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream words = loader.getResourceAsStream(OF_BUILD_TOOL)) {
      return words == null
          ? new GatlingArguments(words(System.getProperty("sun.java.command", "")), false)
          : new GatlingArguments(
              new BufferedReader(new InputStreamReader(words, StandardCharsets.UTF_8))
                  .lines()
                  .toList(),
              true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words of a command line that the JVM tells as one text, in which blanks inside of words
   * cannot be told from those between: what follows an option, up to the next one, is its value.
   */
  static List<String> words(String command) {
    return Stream.of(command.split(" (?=-)"))
        .flatMap(part -> Stream.of(part.startsWith("-") ? part.split(" ", 2) : new String[] {part}))
        .toList();
  }

  /**
   * Whether Gatling runs inside the process of a build tool, which must not end with it: there the
   * project has a class loader of its own.
   */
  public static boolean areOfGuest() {
    return GatlingArguments.class.getClassLoader() != ClassLoader.getSystemClassLoader();
  }

  /** Whether Gatling is what this process runs. */
  boolean ofGatling() {
    return ofBuildTool || words.get(0).endsWith("Gatling");
  }

  /** The class name of the simulation to run. */
  Optional<String> simulation() {
    return valueOf("-s", "--simulation");
  }

  /** The folder that gets a folder for every run. */
  public Path results() {
    return Path.of(
        valueOf("-rf", "--results-folder")
            .orElseGet(() -> System.getProperty(RESULTS_PROPERTY, RESULTS_OF_PLUGIN)));
  }

  private Optional<String> valueOf(String... names) {
    for (int i = 0; i < words.size() - 1; i++) {
      if (List.of(names).contains(words.get(i))) {
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }
}
