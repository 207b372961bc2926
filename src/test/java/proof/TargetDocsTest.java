package proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.MethodInfo;
import io.github.classgraph.ScanResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks the pages of the targets: each limit of the settings has a row with that limit, and each
 * test that proves it exists.
 */
class TargetDocsTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern TEST = Pattern.compile("(?:\\w+\\.)*([a-z]\\w*)");

  @ParameterizedTest
  @MethodSource("targets")
  void shouldListTheLimitsOfTheSettings(String target) throws IOException {
    Map<String, String> documented = new TreeMap<>();
    for (List<String> row : rows(target)) {
      codes(row.get(0)).forEach(setting -> documented.put(setting, row.get(1).replace("`", "")));
    }

    assertThat(documented).isEqualTo(limits(target));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void shouldNameTestsThatExist(String target) throws IOException {
    Set<String> named = new TreeSet<>();
    for (List<String> row : rows(target)) {
      assertThat(codes(row.get(row.size() - 1))).as(row.toString()).isNotEmpty();
      for (String test : codes(row.get(row.size() - 1))) {
        var name = TEST.matcher(test);
        assertThat(name.matches()).as(test).isTrue();
        named.add(name.group(1));
      }
    }

    assertThat(testMethods()).containsAll(named);
  }

  static List<String> targets() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/targets"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".conf", ""))
          .sorted()
          .toList();
    }
  }

  /** The rows of all tables whose first two columns are setting and limit. */
  private static List<List<String>> rows(String target) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    boolean inTable = false;
    for (String line : Files.readAllLines(Path.of("docs/targets", target + ".md"))) {
      inTable = line.startsWith("|") && (inTable || line.matches("\\| setting \\| limit \\|.*"));
      if (inTable && line.startsWith("| `")) {
        rows.add(List.of(line.substring(1, line.lastIndexOf('|')).strip().split("\\s+\\|\\s+")));
      }
    }
    return rows;
  }

  private static List<String> codes(String cell) {
    return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
  }

  /** By path below {@code loadgate}: {@code 500ms}, or {@code warn 20ms, fail 50ms}. */
  private static Map<String, String> limits(String target) {
    Config settings =
        ConfigFactory.parseString(
                "loadgate { include required(classpath(\"targets/" + target + ".conf\")) }")
            .resolve()
            .getConfig("loadgate");
    Map<String, Map<String, String>> tiers = new TreeMap<>();
    for (Map.Entry<String, ConfigValue> limit : settings.entrySet()) {
      List<String> path = ConfigUtil.splitPath(limit.getKey());
      boolean off = limit.getValue().unwrapped().toString().startsWith("off:");
      if (path.contains("gates") && !off) {
        String last = path.get(path.size() - 1);
        boolean tier = Set.of("warn", "fail", "min-samples").contains(last);
        String setting = ConfigUtil.joinPath(tier ? path.subList(0, path.size() - 1) : path);
        tiers
            .computeIfAbsent(setting, s -> new TreeMap<>((a, b) -> b.compareTo(a)))
            .put(tier ? last : "", limit.getValue().unwrapped().toString());
      }
    }
    Map<String, String> limits = new TreeMap<>();
    tiers.forEach(
        (setting, tier) ->
            limits.put(
                setting,
                tier.entrySet().stream()
                    .map(limit -> (limit.getKey() + " " + limit.getValue()).strip())
                    .collect(Collectors.joining(", "))));
    return limits;
  }

  private static Set<String> testMethods() {
    try (ScanResult scan =
        new ClassGraph()
            .acceptPackages("proof", "simulations", "backend", "loadgate")
            .ignoreClassVisibility()
            .enableMethodInfo()
            .ignoreClassVisibility()
            .ignoreMethodVisibility()
            .scan()) {
      return scan.getAllClasses().stream()
          .filter(type -> type.getName().matches(".*(Test|IT)"))
          .flatMap(type -> type.getMethodInfo().stream())
          .map(MethodInfo::getName)
          .collect(Collectors.toSet());
    }
  }
}
