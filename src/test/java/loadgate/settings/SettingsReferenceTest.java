package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** docs/settings.md names every key that the settings accept, and no other. */
class SettingsReferenceTest {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @TempDir Path folder;

  /** What is accepted is what the settings themselves say when they refuse another key. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          loadgate                        | loadgate.other                           | 1
          loadgate.target                 | loadgate.target.other                    | 1
          loadgate.monitor                | loadgate.monitor.other                   | 1
          loadgate.regression             | loadgate.regression.other                | 1
          loadgate.report                 | loadgate.report.other                    | 1
          loadgate.profiles.<name>        | loadgate.profiles.light.other            | 1
          loadgate.profiles.<name>.stages | loadgate.profiles.arrivals.stages        | [{ other = 1 }]
          loadgate.simulations.<name>     | loadgate.simulations.HealthSimulation.other | 1
          loadgate.gates                  | loadgate.gates.health.cache-hit-rate     | { other = 1 }
          """)
  void shouldNameTheKeysThatAreAllowedHere(String section, String property, String value)
      throws IOException {
    assertThat(documented(section))
        .containsExactlyInAnyOrderElementsOf(allowed(SettingsFile.valid(), property, value));
  }

  @Test
  void shouldNameTheKeysOfAllUserTypes() throws IOException {
    assertThat(documented("loadgate.user-types.<name>"))
        .containsExactlyInAnyOrderElementsOf(UserTypeSettings.KEYS);
  }

  @Test
  void shouldNameTheKeysOfTheReferenceBackend() throws IOException {
    assertThat(documented("loadgate.backend"))
        .containsExactlyInAnyOrderElementsOf(
            ConfigFactory.parseResources("backend.conf").getConfig("backend").entrySet().stream()
                .map(Map.Entry::getKey)
                .toList());
  }

  @Test
  void shouldNameTheSettingsOfGatlingThatThisProjectChanges() throws IOException {
    ConfigParseOptions strict = ConfigParseOptions.defaults().setAllowMissing(false);

    assertThat(documented("gatling"))
        .containsExactlyInAnyOrderElementsOf(
            ConfigFactory.parseResources("gatling.conf", strict)
                .resolve()
                .withOnlyPath("gatling")
                .entrySet()
                .stream()
                .map(Map.Entry::getKey)
                .toList());
  }

  @Test
  void shouldNameTheShortFormsAndWhatTheySet() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    for (List<String> row : rows("Short forms")) {
      String set = names(row.get(2)).findFirst().orElse("");
      names(row.get(0)).forEach(name -> documented.put(name.substring("-D".length()), set));
      names(row.get(1)).forEach(name -> documented.put(name, set));
    }
    Map<String, String> accepted = new TreeMap<>(Overrides.ENVIRONMENT);
    accepted.putAll(Overrides.SHORT_FORMS);
    accepted.replaceAll((name, key) -> key.startsWith("loadgate.") ? key : "");

    assertThat(documented).isEqualTo(accepted);
  }

  private List<String> allowed(SettingsFile file, String property, String value) {
    SettingsException refusal =
        catchThrowableOfType(
            SettingsException.class, () -> file.load(folder, Map.of(), Map.of(property, value)));
    assertThat(refusal).hasMessageContaining("unknown key; allowed here: ");
    return List.of(
        refusal.getMessage().replaceAll(".*allowed here: |; nearest is .*", "").split(", "));
  }

  private static List<String> documented(String section) throws IOException {
    return rows("`" + section + "`").stream().flatMap(row -> names(row.get(0))).toList();
  }

  /** The cells of the rows of the table under the heading, without the table's own heading. */
  private static List<List<String>> rows(String heading) throws IOException {
    String page = Files.readString(Path.of("docs/settings.md"));
    String section = page.split("(?m)^## " + Pattern.quote(heading) + "$", 2)[1].split("\n## ")[0];
    return section
        .lines()
        .filter(line -> line.startsWith("| ") && !line.matches("\\| (key|command line) .*"))
        .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
        .toList();
  }

  private static Stream<String> names(String cell) {
    return CODE.matcher(cell).results().map(result -> result.group(1));
  }
}
