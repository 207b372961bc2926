package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatlingArgumentsTest {

  @Test
  void shouldTakeTheResultsFolderThatGatlingIsTold() {
    assertThat(arguments("io.gatling.app.Gatling", "-s", "a.B", "-rf", "/var/runs").results())
        .isEqualTo(Path.of("/var/runs"));
    assertThat(arguments("io.gatling.app.Gatling", "--results-folder", "runs").results())
        .isEqualTo(Path.of("runs"));
  }

  @Test
  void shouldTakeTheFolderOfTheMavenPluginWhenGatlingIsToldNone() {
    assertThat(arguments("io.gatling.app.Gatling", "-s", "a.B").results())
        .isEqualTo(Path.of("target/gatling"));
  }

  @Test
  void shouldKeepBlanksInsideOfAValueOfACommandLineThatIsOneText() {
    List<String> words =
        GatlingArguments.words("io.gatling.app.Gatling -rf /home/me/my  runs -s a.B -nr");

    assertThat(words)
        .containsExactly("io.gatling.app.Gatling", "-rf", "/home/me/my  runs", "-s", "a.B", "-nr");
    assertThat(new GatlingArguments(words, false).results())
        .isEqualTo(Path.of("/home/me/my  runs"));
  }

  @Test
  void shouldKnowAProcessOfGatlingFromOthers() {
    assertThat(arguments("io.gatling.app.Gatling").ofGatling()).isTrue();
    assertThat(new GatlingArguments(List.of("-s", "a.B"), true).ofGatling()).isTrue();
    assertThat(arguments("org.junit.platform.console.ConsoleLauncher").ofGatling()).isFalse();
  }

  private static GatlingArguments arguments(String... words) {
    return new GatlingArguments(List.of(words), false);
  }
}
