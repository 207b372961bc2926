package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import loadgate.model.GateLimits;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is always on goes one by one and with a reason, never with all that stands around it. */
class GuardedGatesTest {

  private static final String NOT_A_SECTION =
      "null takes one gate away, not a section of them; what is always on goes by \"off: the"
          + " reason\"";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gates = null                                      | gatling.conf:39: loadgate.gates
          gates.global = null                               | gatling.conf:39: loadgate.gates.global
          gates.global.each = null                          | gatling.conf:39: loadgate.gates.global.each
          gates.user-types = null                           | gatling.conf:39: loadgate.gates.user-types
          gates.health = null                               | gatling.conf:39: loadgate.gates.health
          gates.health.each = null                          | gatling.conf:39: loadgate.gates.health.each
          gates.health.details = null                       | gatling.conf:39: loadgate.gates.health.details
          gates.injector = null                             | gatling.conf:39: loadgate.gates.injector
          plain-gates = null                                | gatling.conf:39: loadgate.plain-gates
          plain-gates.simulation = null                     | gatling.conf:39: loadgate.plain-gates.simulation
          endurance-gates = null                            | gatling.conf:39: loadgate.endurance-gates
          profiles.waves.gates = null                       | gatling.conf:39: loadgate.profiles.waves.gates
          profiles.waves.gates.global = null                | gatling.conf:39: loadgate.profiles.waves.gates.global
          profiles.waves.gates.user-types = null            | gatling.conf:39: loadgate.profiles.waves.gates.user-types
          simulations.CheckoutSimulation.gates = null       | gatling.conf:39: loadgate.simulations.CheckoutSimulation.gates
          simulations.CheckoutSimulation.gates.global = null | gatling.conf:39: loadgate.simulations.CheckoutSimulation.gates.global
          """)
  void shouldKeepASectionThatTheFileSaysIsNull(String nothing, String place) {
    SettingsFile file = SettingsFile.valid().with("backend {", nothing + "\nbackend {");

    refuses(file, Map.of(), place + ": " + NOT_A_SECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gates.global", "gates.user-types", "profiles.waves.gates.global"})
  void shouldKeepASectionThatAPropertySaysIsNull(String section) {
    String property = "loadgate." + section;

    refuses(SettingsFile.valid(), Map.of(property, "null"), "-D" + property + ": " + NOT_A_SECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gates", "plain-gates", "profiles.waves.gates"})
  void shouldKeepAllGatesThatAPropertySaysAreNull(String section) {
    String property = "loadgate." + section;

    refuses(
        SettingsFile.valid(),
        Map.of(property, "null"),
        "-D" + property + ": " + property + ": " + NOT_A_SECTION);
  }

  private void refuses(SettingsFile file, Map<String, String> system, String message) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> file.load(folder, Map.of(), system))
        .withMessage(message);
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> file.loadPlain(folder, Map.of(), system))
        .withMessage(message);
  }

  /** In HOCON an object over null, or over any other value, is laid over nothing below it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gates = null, gates.health.p95 = 1s                | auth-flow.unsent
          gates.global = 5, gates.global.p95 = 1s            | global.failure-rate
          gates.user-types = null, gates.user-types.p95 = 1s | auth-flow.unsent
          gates.health = 5, gates.health.p95 = 1s            | health.unsent
          """)
  void shouldRefuseASectionThatBeginsAnew(String anew, String gate) {
    SettingsFile file = SettingsFile.valid().with("backend {", anew + "\nbackend {");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> file.load(folder))
        .withMessage(
            "loadgate.gates." + gate + ": is always on; \"off: the reason\" takes it away");
  }

  @Test
  void shouldRefuseASectionThatBeginsAnewOnTheCommandLine() {
    SettingsFile file =
        SettingsFile.valid().with("backend {", "plain-gates.simulation = null\nbackend {");

    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () ->
                file.loadPlain(
                    folder, Map.of(), Map.of("loadgate.plain-gates.simulation.p95", "1s")))
        .withMessage(
            "loadgate.gates.simulation.unsent: is always on; \"off: the reason\" takes it away");
  }

  @Test
  void shouldTakeOneAwayByAReason() {
    Settings settings =
        SettingsFile.valid()
            .load(folder, Map.of(), Map.of("loadgate.gates.global.failure-rate", "off: a try"));

    assertThat(settings.gates())
        .filteredOn(gate -> gate.userType().isEmpty() && gate.off().isPresent())
        .extracting(GateLimits::off)
        .extracting(reason -> reason.orElseThrow())
        .containsExactly("a try");
  }
}
