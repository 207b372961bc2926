package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates of one simulation among several, and profiles that are sets of gates. */
class SimulationLayersTest {

  private static final SettingsFile SEVERAL =
      SettingsFile.valid()
          .with(
              "backend {",
              """
              profiles.nightly {
                gates.requests.Pay.p95 = 900ms
                regression.min-runs = 9
              }
              simulations {
                CheckoutSimulation {
                  gates { global.p95 = 2s, requests { Pay { p95 = 300ms } } }
                  regression.max-runs = 20
                }
                HealthSimulation {
                  gates.health.p95 = 77ms
                  user-types.health.think-time = 9s
                }
              }
              backend {""");

  @TempDir private Path folder;

  private Settings plain(Map<String, String> system) {
    return SEVERAL.loadPlain(folder, Map.of(), system);
  }

  private Settings health(Map<String, String> system) {
    return SEVERAL.load(folder, Map.of(), system);
  }

  private static Optional<Double> p95(Settings settings, String scope) {
    return settings.gates().stream()
        .filter(gate -> gate.measure().equals(Measure.of("p95")))
        .filter(gate -> gate.userType().orElse("global").equals(scope))
        .flatMap(gate -> gate.fail().stream())
        .map(Limit::value)
        .findFirst();
  }

  @Test
  void shouldGiveASimulationItsGatesAndNoOtherOne() {
    assertThat(p95(plain(Map.of()), "global")).contains(2000.0);
    assertThat(p95(plain(Map.of()), "requests")).contains(300.0);
    assertThat(p95(health(Map.of()), "global")).isEmpty();
    assertThat(p95(health(Map.of()), "requests")).isEmpty();
  }

  @Test
  void shouldGiveItToSimulationsWithUserTypesAsWell() {
    assertThat(p95(health(Map.of()), "health")).contains(77.0);
    assertThat(health(Map.of()).userTypes().get("health").thinkTime().mean().toSeconds())
        .isEqualTo(9);
    assertThat(p95(plain(Map.of()), "health")).contains(100.0);
  }

  @Test
  void shouldTakeTheProfilesGateOverTheSimulationsAndThePropertyOverBoth() {
    assertThat(p95(health(Map.of("profile", "waves")), "health")).contains(300.0);
    assertThat(p95(plain(Map.of("loadgate.profile", "nightly")), "requests")).contains(900.0);
    assertThat(
            p95(
                plain(
                    Map.of("loadgate.profile", "nightly", "loadgate.gates.requests.Pay.p95", "1s")),
                "requests"))
        .contains(1000.0);
  }

  @Test
  void shouldKeepWhatIsAlwaysOnBesideTheSimulationsGates() {
    assertThat(plain(Map.of()).gates())
        .extracting(gate -> gate.userType().orElse("global") + " " + gate.measure().name())
        .contains("global failure-rate", "simulation unsent");
  }

  @Test
  void shouldTakeAProfileWithoutALoadForAPlainSimulation() {
    Settings settings = plain(Map.of("loadgate.profile", "nightly"));

    assertThat(settings.profile().name()).isEqualTo("nightly");
    assertThat(settings.profile().isOwn()).isTrue();
    assertThat(settings.regression().minRuns()).isEqualTo(9);
    assertThat(settings.regression().maxRuns()).isEqualTo(20);
  }

  @Test
  void shouldTakeTheDefaultProfileOfAPlainSimulation() {
    String own = "loadgate.default-profiles.CheckoutSimulation";

    assertThat(plain(Map.of(own, "nightly")).profile().name()).isEqualTo("nightly");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> plain(Map.of(own, "waves")))
        .withMessage(
            "-D"
                + own
                + ": profile \"waves\" (gatling.conf:20) has a load, and this simulation brings"
                + " its own; allowed are profiles of gates alone: nightly");
  }

  /** The one that the file names for all simulations is of those with user types if it loads. */
  @Test
  void shouldTakeTheProfileOfAllSimulationsForAPlainOneUnlessItHasALoad() {
    SettingsFile ofGates = SEVERAL.with("profile = light", "profile = nightly");

    assertThat(plain(Map.of()).profile().name()).isEqualTo("own");
    assertThat(p95(ofGates.loadPlain(folder, Map.of(), Map.of()), "requests")).contains(900.0);
  }

  @Test
  void shouldRefuseAProfileWithALoadThatIsAskedForAPlainSimulation() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> plain(Map.of("loadgate.profile", "light")))
        .withMessage(
            "-Dloadgate.profile: profile \"light\" (gatling.conf:14) has a load, and this"
                + " simulation brings its own; allowed are profiles of gates alone: nightly");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> plain(Map.of("loadgate.profile", "nihgtly")))
        .withMessage(
            "-Dloadgate.profile: unknown profile \"nihgtly\"; allowed: arrivals, light, nightly,"
                + " waves");
  }

  @Test
  void shouldRefuseAProfileWithoutALoadForUserTypes() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> health(Map.of("profile", "nightly")))
        .withMessage(
            "-Dprofile: profile \"nightly\" (gatling.conf:39) has no load; needed are users,"
                + " spawn-rate and duration, or stages");
  }

  @Test
  void shouldKnowASimulationThatRunsWhereverItComesFrom() {
    Settings settings =
        Settings.loadPlain(
            ConfigFactory.parseString("loadgate.simulations.Elsewhere.gates.global.p95 = 1s"),
            Map.of(),
            new Properties(),
            new KnownNames(Set.of(), Set.of()),
            "Elsewhere");

    assertThat(settings.gates())
        .filteredOn(gate -> gate.measure().equals(Measure.of("p95")))
        .extracting(GateLimits::fail)
        .isEqualTo(List.of(Optional.of(Limit.exclusive(Direction.BELOW, 1000))));
  }
}
