package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {

  @Test
  void shouldTellWhatIsSaidInPlaceOfTheFile() {
    assertThat(
            texts(
                Map.of("LOAD_PROFILE", "heavy", "PATH", "/bin"),
                Map.of(
                    "loadgate.gates.user-types.health.p95", "2s",
                    "loadgate.profiles.heavy.gates.global.p99", "null",
                    "users", "12",
                    "java.home", "/jdk")))
        .containsExactly(
            "LOAD_PROFILE=heavy",
            "-Dloadgate.gates.user-types.health.p95=2s",
            "-Dloadgate.profiles.heavy.gates.global.p99=null",
            "-Dusers=12");
  }

  @Test
  void shouldTellOnlyWhatCounts() {
    assertThat(
            texts(
                Map.of("LOAD_PROFILE", "heavy"),
                Map.of("loadgate.profile", "waves", "profile", "light")))
        .containsExactly("-Dprofile=light");
  }

  /** Also when an object in between says something else. */
  @Test
  void shouldTakeTheShortFormOverEverythingElse() {
    Properties properties = new Properties();
    properties.put("loadgate.target", "{ base-url = \"http://b\" }");
    properties.put("baseUrl", "http://c");

    Overrides overrides = Overrides.of(Map.of("TARGET_HOST", "http://a"), properties);

    assertThat(overrides.config().getString("loadgate.target.base-url")).isEqualTo("http://c");
  }

  @Test
  void shouldHideUserAndQueryOfUrls() {
    assertThat(
            texts(
                Map.of(),
                Map.of(
                    "loadgate.monitor.metrics-url", "https://host/metrics?token=hunter2",
                    "loadgate.target", "{ base-url = \"http://u:hunter2@host\" }")))
        .containsExactly(
            "-Dloadgate.monitor.metrics-url=https://host/metrics?***",
            "-Dloadgate.target={ base-url = \"http://***@host\" }");
  }

  @Test
  void shouldNotTellThePartOfThisProcess() {
    assertThat(texts(Map.of(), Map.of("injector", "0/2", "barrier", "/shared/run"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loadgate.user-types.shop.login",
        "loadgate.user-types.shop",
        "loadgate.user-types",
        "loadgate.user-types.pace",
        "loadgate.user-types.shop.login.like",
        "loadgate.profiles.ci.user-types.shop.login",
        "loadgate.profiles.ci",
        "loadgate.profiles"
      })
  void shouldKeepOptionsOfUserTypesSecret(String path) {
    assertThat(texts(Map.of(), Map.of(path, "{ a = hunter2 }"))).containsExactly("-D" + path);
  }

  @Test
  void shouldTellSettingsOfUserTypesThatAreNoOptions() {
    assertThat(texts(Map.of(), Map.of("loadgate.user-types.shop.think-time", "2s")))
        .containsExactly("-Dloadgate.user-types.shop.think-time=2s");
  }

  private static List<String> texts(Map<String, String> environment, Map<String, String> system) {
    Properties properties = new Properties();
    properties.putAll(system);
    return Overrides.of(environment, properties).texts();
  }
}
