package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * User types record a rate together with its request ({@code Chains.rated}, {@code CacheMetrics}),
 * because a record of its own is left out where the request fails. A rate of many things at once
 * ({@code recordAll}) and one computed from the finished run have no request.
 */
class RatesOfRequestsTest {

  private static final Path USER_TYPES = Path.of("src/test/java/simulations/users");
  private static final Pattern RATE =
      Pattern.compile("Metric (\\w+)\\s*=\\s*new Metric\\(\\s*\"[^\"]*-rate\"");
  private static final Pattern RECORDED = Pattern.compile("\\b(\\w+)\\s*\\.record\\(");

  @Test
  void shouldNotBeRecordedApartFromTheirRequest() throws IOException {
    Set<String> apart = new TreeSet<>();
    for (Path folder : folders()) {
      Set<String> rates = new TreeSet<>(Set.of("HIT", "MARKER"));
      for (Path file : files(folder)) {
        Matcher rate = RATE.matcher(Files.readString(file));
        while (rate.find()) {
          rates.add(rate.group(1));
        }
      }
      for (Path file : files(folder)) {
        Matcher recorded = RECORDED.matcher(Files.readString(file));
        while (recorded.find()) {
          if (rates.contains(recorded.group(1))) {
            String type = file.getFileName().toString().replace(".java", "");
            apart.add(type + " " + recorded.group(1));
          }
        }
      }
    }

    assertThat(apart).isEmpty();
  }

  private static List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(USER_TYPES)) {
      List<Path> found = folders.filter(Files::isDirectory).toList();
      assertThat(found).isNotEmpty();
      return found;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
