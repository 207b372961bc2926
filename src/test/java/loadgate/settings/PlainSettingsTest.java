package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulation with its own injection owns every name that does not begin with ours. */
class PlainSettingsTest {

  @TempDir private Path folder;

  private Settings plain(Map<String, String> environment, Map<String, String> system) {
    return SettingsFile.valid().loadPlain(folder, environment, system);
  }

  /** Names that simulations in the field use, ours and those that are near to ours among them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "users",
        "Users",
        "user",
        "duration",
        "durations",
        "profile",
        "spawnRate",
        "spawn-rate",
        "baseUrl",
        "baseURL",
        "base-url",
        "allowedHosts",
        "preflight",
        "inconclusive",
        "injector",
        "inject",
        "startAt",
        "barrier",
        "simulation",
        "gatling.simulationclass",
        "gates.home.p95",
        "load.gate",
        "loadgat.profile",
        "target",
        "rampUp"
      })
  void shouldLeaveTheSimulationItsNames(String name) {
    for (String value : new String[] {"", "7", "https://staging.example.com"}) {
      Settings settings = plain(Map.of(), Map.of(name, value));

      assertThat(settings.target().baseUrl()).isEmpty();
      assertThat(settings.preflight().enabled()).isTrue();
      assertThat(settings.inconclusivePasses()).isFalse();
      assertThat(settings.overrides()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"TARGET_HOST, staging", "LOAD_PROFILE, mobile", "ALLOWED_HOSTS, ''"})
  void shouldLeaveTheSimulationItsVariables(String name, String value) {
    assertThat(plain(Map.of(name, value), Map.of()).target().baseUrl()).isEmpty();
  }

  @Test
  void shouldTakeWhatBeginsWithOurName() {
    Settings settings =
        plain(
            Map.of(),
            Map.of(
                "loadgate.target.base-url", "https://Staging.example.com",
                "loadgate.target.allowed-hosts", "staging.Example.com",
                "loadgate.inconclusive", "pass"));

    assertThat(settings.target().baseUrl()).contains(URI.create("https://Staging.example.com"));
    assertThat(settings.inconclusivePasses()).isTrue();
  }

  @Test
  void shouldRefuseAMisspeltNameThatBeginsWithOurs() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> plain(Map.of(), Map.of("loadgate.target.base-uri", "http://localhost")))
        .withMessageStartingWith("-Dloadgate.target.base-uri: unknown key; allowed here: ");
  }

  /** Nobody leaves there, so however long a request may take is no mistake. */
  @Test
  void shouldNotCareForHowLongUsersMayTakeToLeave() {
    SettingsFile file =
        SettingsFile.valid().with("requestTimeout = 10000", "requestTimeout = 60000");

    assertThat(file.loadPlain(folder, Map.of(), Map.of()).leaveTimeout())
        .isEqualTo(Duration.ofSeconds(30));
  }
}
