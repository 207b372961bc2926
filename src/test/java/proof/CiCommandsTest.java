package proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import loadgate.UserType;
import loadgate.cli.LoadgateCommand;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the workflows and the pages about pipelines run is what this project has. */
class CiCommandsTest {

  private static final Path GITHUB = Path.of(".github");
  private static final Pattern COMMAND =
      Pattern.compile("\\bmvn (?:-\\w+ )*(?:gatling:test|exec:java@loadgate)[^\n`]*");
  private static final Pattern PROPERTY =
      Pattern.compile(" -D([\\w.-]+)=(?:\"([^\"]*)\"|([^\\s'\"]*))");
  private static final Pattern ACTION = Pattern.compile("\\buses: (.*)");

  private static final String ARGUMENTS = "exec.args";
  private static final String SIMULATION = "gatling.simulationClass";
  private static final Set<String> ALLOWED =
      Set.of(
          "profile",
          "baseUrl",
          "allowedHosts",
          ARGUMENTS,
          SIMULATION,
          "gatling.runMultipleSimulations",
          "gatling.continueOnAssertionFailure");

  @ParameterizedTest
  @MethodSource("commands")
  void shouldNameSimulationsProfilesAndOptionsThatExist(String command) {
    check(command);
  }

  static Stream<String> commands() throws IOException {
    Stream<Path> pages = Stream.of("docs/ci.md", "docs/nightly.md").map(Path::of);
    return Stream.concat(workflows().stream(), pages)
        .flatMap(file -> matches(COMMAND, file).map(MatchResult::group))
        .distinct();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          mvn gatling:test -Dprofile=smok                                           | unknown profile "smok"
          mvn gatling:test -Dgatling.runMultipleSimulation=true                     | gatling.runMultipleSimulation"
          mvn gatling:test -Dgatling.simulationClass=simulations.MixSimulation      | simulations.MixSimulation
          mvn -q exec:java@loadgate -Dexec.args="trend"                             | Unmatched argument
          mvn -q exec:java@loadgate -Dexec.args="history prune"                     | --keep
          """)
  void shouldNoticeACommandThatWouldNotRun(String command, String told) {
    assertThatThrownBy(() -> check(command)).hasMessageContaining(told);
  }

  @Test
  void shouldPinTheActionsOfOthersToACommit() throws IOException {
    List<String> actions =
        workflows().stream()
            .flatMap(file -> matches(ACTION, file).map(match -> match.group(1)))
            .toList();

    assertThat(actions)
        .isNotEmpty()
        .allMatch(
            action ->
                action.startsWith("./.github/actions/")
                    || action.matches("[\\w-]+/[\\w/-]+@[0-9a-f]{40} # v[0-9.]+"));
  }

  private static void check(String command) {
    Properties told = new Properties();
    PROPERTY
        .matcher(command)
        .results()
        .forEach(
            found -> told.setProperty(found.group(1), found.group(found.group(2) == null ? 3 : 2)));
    assertThat(told.stringPropertyNames()).isSubsetOf(ALLOWED);
    if (told.containsKey(ARGUMENTS)) {
      new CommandLine(new LoadgateCommand()).parseArgs(told.getProperty(ARGUMENTS).split(" "));
      return;
    }
    String simulation = told.getProperty(SIMULATION, "simulations.MixedSimulation");
    assertThat(SimulationCatalogue.find().userTypes().keySet())
        .extracting(Class::getName)
        .contains(simulation);
    Settings.load(
        ConfigFactory.parseResources("gatling.conf"),
        Map.of(),
        told,
        UserTypeCatalog.names(UserType.class),
        simulation.substring(simulation.lastIndexOf('.') + 1));
  }

  private static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.walk(GITHUB)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Stream<MatchResult> matches(Pattern pattern, Path file) {
    try {
      return pattern.matcher(Files.readString(file)).results();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
