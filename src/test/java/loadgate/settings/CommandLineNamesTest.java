package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said on the command line or in the environment is meant, and never ignored. */
class CommandLineNamesTest {

  @TempDir private Path folder;

  private Settings load(Map<String, String> environment, Map<String, String> system) {
    return SettingsFile.valid().load(folder, environment, system);
  }

  private void assertRefused(
      Map<String, String> environment, Map<String, String> system, String line) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(environment, system))
        .withMessage(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "profile",
        "baseUrl",
        "allowedHosts",
        "preflight",
        "users",
        "spawnRate",
        "duration",
        "loadgate.target.base-url"
      })
  void shouldRefuseAnEmptyProperty(String name) {
    for (String blank : List.of("", "  ")) {
      assertRefused(
          Map.of(),
          Map.of(name, blank),
          "-D" + name + ": is empty; give it a value or leave it out");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOAD_PROFILE", "TARGET_HOST", "ALLOWED_HOSTS"})
  void shouldRefuseAnEmptyVariable(String name) {
    assertRefused(Map.of(name, ""), Map.of(), name + ": is empty; give it a value or leave it out");
  }

  @ParameterizedTest
  @CsvSource({
    "baseURL, baseUrl",
    "base-url, baseUrl",
    "baseUri, baseUrl",
    "Profile, profile",
    "profiles, profile",
    "porfile, profile",
    "spawnRates, spawnRate",
    "spawn-rate, spawnRate",
    "user, users",
    "durations, duration",
    "TARGET_HOST, baseUrl",
    "targetHost, baseUrl",
    "LOAD_PROFILE, profile",
    "loadgat.target.base-url, loadgate.target.base-url",
    "Loadgate.gates.health.p95, loadgate.gates.health.p95",
    "load-gate.profile, loadgate.profile",
    "gates.health.p95, loadgate.gates.health.p95",
    "simulation, gatling.simulationClass",
    "gatling.simulationclass, gatling.simulationClass"
  })
  void shouldRefuseANameThatIsNearlyOneOfOurs(String written, String right) {
    assertRefused(
        Map.of(),
        Map.of(written, "1"),
        "-D" + written + ": unknown property; nearest is -D" + right);
  }

  @Test
  void shouldRefuseAnUnknownSection() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(Map.of(), Map.of("loadgate.gate.health.p95", "1s")))
        .withMessageStartingWith("-Dloadgate.gate.health.p95: unknown key; allowed here: ")
        .withMessageContaining("gates");
  }

  /** All that this process has, Maven's and those of a CI server. */
  @Test
  void shouldTakeNoOtherPropertyForOneOfOurs() {
    Map<String, String> others = new HashMap<>();
    System.getProperties().stringPropertyNames().forEach(name -> others.put(name, "1"));
    List.of(
            "basedir",
            "gatling.simulationClass",
            "gatling.http.enableHostnameVerification",
            "maven.multiModuleProjectDirectory",
            "user.dir",
            "env.HOME",
            "style.color",
            "skipTests",
            "revision",
            "encoding",
            "surefire.real.class.path",
            "target.region",
            "apiKey",
            "tenant",
            "host",
            "url",
            "token")
        .forEach(name -> others.put(name, "1"));
    others.keySet().removeIf(name -> name.equals("gatling.http.requestTimeout"));

    assertThatCode(() -> load(Map.of(), others)).doesNotThrowAnyException();
  }

  @Test
  void shouldFindTheSimulationAmongGatlingsArguments() {
    assertThat(simulation("io.gatling.app.Gatling", "-s", "a.B", "-nr")).hasValue("a.B");
    assertThat(simulation("Main", "--simulation", "a.B")).hasValue("a.B");
    assertThat(simulation("Main", "-s")).isEmpty();
  }

  private static Optional<String> simulation(String... words) {
    return new GatlingArguments(List.of(words), false).simulation();
  }

  @Test
  void shouldRefuseASimulationThatGatlingCannotInstantiate() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(new SimulationName("loadgate.settings.CommandLineNamesTest$Told")::check)
        .withMessage(
            "-Dgatling.simulationClass: loadgate.settings.CommandLineNamesTest$Told has no public"
                + " constructor without arguments, which Gatling calls");
  }

  /** What a simulation with an argument looks like to Gatling. */
  public static final class Told {
    public Told(int users) {}
  }

  @Test
  void shouldListTheSimulationsWhenThereIsNoSuchClass() {
    assertThatCode(new SimulationName("simulations.HealthSimulation")::check)
        .doesNotThrowAnyException();
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(new SimulationName("simulations.HelthSimulation")::check)
        .withMessageStartingWith(
            "-Dgatling.simulationClass: there is no class simulations.HelthSimulation; allowed: ")
        .withMessageContaining("simulations.AuthFlowSimulation, ")
        .withMessageEndingWith("; nearest is simulations.HealthSimulation");
  }
}
