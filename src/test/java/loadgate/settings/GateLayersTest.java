package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.Measure;
import loadgate.model.Unit;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateLayersTest {

  private static final String OF_HEALTH = "p95 = 100ms";

  /** The profiles light and waves are of endurance, arrivals is not. */
  private static final SettingsFile ENDURING =
      SettingsFile.valid()
          .with("duration = 1m", "duration = 1m, endurance = true")
          .with("gates { health { p95 = 300ms } }", "endurance = true, gates.health.p95 = 300ms")
          .with(
              "backend {",
              "endurance-gates { health { p95 = 200ms }, absent.unheard-of = 1 }\nbackend {");

  @TempDir Path folder;

  @Test
  void shouldReadTheGatesOfAllRuns() {
    assertThat(gates(SettingsFile.valid(), Map.of()))
        .containsExactly(
            new GateLimits(
                Optional.empty(),
                Optional.empty(),
                Measure.of("failure-rate"),
                Optional.of(Limit.exclusive(Direction.BELOW, 1)),
                Optional.empty(),
                20,
                "gatling.conf:33"),
            new GateLimits(
                Optional.of("health"),
                Optional.empty(),
                Measure.of("cache-hit-rate"),
                Optional.of(Limit.exclusive(Direction.ABOVE, 85)),
                Optional.empty(),
                20,
                "gatling.conf:36"),
            new GateLimits(
                Optional.of("health"),
                Optional.empty(),
                Measure.of("p95"),
                Optional.of(Limit.exclusive(Direction.BELOW, 100)),
                Optional.empty(),
                20,
                "gatling.conf:35"));
  }

  /** Whether or not there is such a run. */
  @Test
  void shouldLetGatesOfOtherKindsOfRunsAddToThoseOfAll() {
    assertThat(
            gates(
                SettingsFile.valid()
                    .with(
                        "backend {",
                        "gates.global.p95.fail = 1s, endurance-gates.global.p95.min-samples = 500\n"
                            + "backend {"),
                Map.of()))
        .filteredOn(gate -> gate.measure().equals(Measure.of("p95")))
        .extracting(GateLimits::minSamples)
        .containsOnly(20);
  }

  @Test
  void shouldReadLimitsOnTheStatisticsOfValues() {
    List<GateLimits> gates =
        gates(
            SettingsFile.valid()
                .with(
                    OF_HEALTH,
                    "memory { max { warn = 512MB, fail = 1GB } }, wait { p95 = \"<= 2s\" },"
                        + " sold { min = \">= 20\" }, growth { max = 150% }"),
            Map.of());

    assertThat(gates)
        .filteredOn(gate -> gate.measure().isOfValues())
        .extracting(
            gate -> gate.measure().name(),
            gate -> gate.measure().unit(),
            gate -> gate.measure().direction(),
            gate -> gate.fail().orElseThrow().value())
        .containsExactlyInAnyOrder(
            tuple("memory max", Unit.MEGABYTES, Direction.BELOW, 1000.0),
            tuple("wait p95", Unit.MILLISECONDS, Direction.BELOW, 2000.0),
            tuple("sold min", Unit.COUNT, Direction.ABOVE, 20.0),
            tuple("growth max", Unit.PERCENT, Direction.BELOW, 150.0));
  }

  @Test
  void shouldReadLimitsOnTheCourseOfTheRun() {
    List<GateLimits> gates =
        gates(
            SettingsFile.valid()
                .with(
                    OF_HEALTH,
                    "scaling-efficiency { warn = 70%, fail = 50% }, failure-drift = 150%"),
            Map.of());

    assertThat(gates)
        .filteredOn(gate -> gate.measure().stageMeasure().isPresent())
        .extracting(gate -> gate.measure().name(), gate -> gate.fail().orElseThrow().value())
        .containsExactlyInAnyOrder(
            tuple("scaling-efficiency", 50.0), tuple("failure-drift", 150.0));
  }

  @Test
  void shouldTakeTheProfilesGateOverThatOfAllRuns() {
    GateLimits p95 = p95(SettingsFile.valid(), Map.of("profile", "waves"));

    assertThat(p95.fail()).hasValue(Limit.exclusive(Direction.BELOW, 300));
    assertThat(p95.where()).isEqualTo("gatling.conf:25");
  }

  @Test
  void shouldTakeThePropertyOverTheProfilesGate() {
    GateLimits p95 =
        p95(SettingsFile.valid(), Map.of("profile", "waves", "loadgate.gates.health.p95", "450ms"));

    assertThat(p95.fail()).hasValue(Limit.exclusive(Direction.BELOW, 450));
    assertThat(p95.where()).isEqualTo("-Dloadgate.gates.health.p95");
  }

  @Test
  void shouldTakeThePropertyOfAProfilesGateOverTheFile() {
    assertThat(
            p95(
                    SettingsFile.valid(),
                    Map.of("profile", "waves", "loadgate.profiles.waves.gates.health.p95", "1s"))
                .fail())
        .hasValue(Limit.exclusive(Direction.BELOW, 1000));
  }

  @Test
  void shouldTakeTheGatesOfEnduranceOverThatOfAllRuns() {
    GateLimits p95 = p95(ENDURING, Map.of());

    assertThat(p95.fail()).hasValue(Limit.exclusive(Direction.BELOW, 200));
    assertThat(measures(ENDURING, Map.of()))
        .containsExactlyInAnyOrder("failure-rate", "unheard-of", "cache-hit-rate", "p95");
  }

  @Test
  void shouldTakeTheProfilesGateOverThatOfEndurance() {
    assertThat(p95(ENDURING, Map.of("profile", "waves")).fail())
        .hasValue(Limit.exclusive(Direction.BELOW, 300));
  }

  @Test
  void shouldLeaveTheGatesOfEnduranceOutOfOtherProfiles() {
    assertThat(p95(ENDURING, Map.of("profile", "arrivals")).fail())
        .hasValue(Limit.exclusive(Direction.BELOW, 100));
  }

  @Test
  void shouldLimitDriftsUnderEnduranceByDefault() {
    assertThat(drifts(ENDURING, Map.of()))
        .containsExactly(tuple("failure-drift", 150.0), tuple("p95-drift", 150.0));
    assertThat(drifts(ENDURING, Map.of("profile", "arrivals"))).isEmpty();
  }

  private List<Tuple> drifts(SettingsFile file, Map<String, String> system) {
    return file.load(folder, Map.of(), system).gates().stream()
        .filter(gate -> gate.measure().name().endsWith("-drift"))
        .map(gate -> tuple(gate.measure().name(), gate.fail().orElseThrow().value()))
        .toList();
  }

  @Test
  void shouldTakeAGateAwayByNull() {
    assertThat(measures(SettingsFile.valid().with(OF_HEALTH, "p95 = null"), Map.of()))
        .containsExactly("failure-rate", "cache-hit-rate");
  }

  @Test
  void shouldTakeAGateAwayByAPropertyThatIsNull() {
    assertThat(measures(SettingsFile.valid(), Map.of("loadgate.gates.health.p95", "null")))
        .containsExactly("failure-rate", "cache-hit-rate");
  }

  @Test
  void shouldTakeAGateAwayForOneProfileByNull() {
    SettingsFile file = SettingsFile.valid().with("p95 = 300ms", "p95 = null");

    assertThat(measures(file, Map.of("profile", "waves")))
        .containsExactly("failure-rate", "cache-hit-rate");
    assertThat(measures(file, Map.of())).contains("p95");
  }

  @Test
  void shouldTakeAwayThatOfEachRequestWithTheFailureRateOfAUserType() {
    String each = OF_HEALTH + "\neach.failure-rate = 5%";
    SettingsFile file = SettingsFile.valid().with(OF_HEALTH, each);
    assertThat(measures(file, Map.of())).contains("each failure-rate");

    assertThat(measures(file.with(OF_HEALTH, OF_HEALTH + "\nfailure-rate = null"), Map.of()))
        .doesNotContain("each failure-rate")
        .contains("p95");
  }

  @Test
  void shouldReadBothTiers() {
    GateLimits p95 =
        p95(SettingsFile.valid().with(OF_HEALTH, "p95 { warn = 80ms, fail = 100ms }"), Map.of());

    assertThat(p95.warn()).hasValue(Limit.exclusive(Direction.BELOW, 80));
    assertThat(p95.fail()).hasValue(Limit.exclusive(Direction.BELOW, 100));
  }

  @Test
  void shouldReadAWarnLimitAlone() {
    GateLimits p95 = p95(SettingsFile.valid().with(OF_HEALTH, "p95 { warn = 80ms }"), Map.of());

    assertThat(p95.warn()).hasValue(Limit.exclusive(Direction.BELOW, 80));
    assertThat(p95.fail()).isEmpty();
  }

  @Test
  void shouldReadHowManySamplesARateNeeds() {
    SettingsFile file =
        SettingsFile.valid()
            .with("cache-hit-rate = 85%", "cache-hit-rate { fail = 85%, min-samples = 5 }");

    assertThat(gates(file, Map.of()).get(1).minSamples()).isEqualTo(5);
  }

  @Test
  void shouldReadTheGateOfOneRequest() {
    SettingsFile file =
        SettingsFile.valid()
            .with(OF_HEALTH, "details.\"Health - Full\" { mean = 50ms, throughput = 2/s }");

    assertThat(gates(file, Map.of()).stream().filter(gate -> gate.detail().isPresent()))
        .extracting(gate -> gate.detail().orElseThrow(), gate -> gate.measure().name())
        .containsExactlyInAnyOrder(
            tuple("Health - Full", "mean"), tuple("Health - Full", "throughput"));
  }

  private List<GateLimits> gates(SettingsFile file, Map<String, String> system) {
    return file.load(folder, Map.of(), system).gates().stream()
        .filter(gate -> !gate.where().startsWith("loadgate-defaults.conf"))
        .toList();
  }

  private List<String> measures(SettingsFile file, Map<String, String> system) {
    return gates(file, system).stream().map(gate -> gate.measure().name()).toList();
  }

  private GateLimits p95(SettingsFile file, Map<String, String> system) {
    return gates(file, system).stream()
        .filter(gate -> gate.measure().name().equals("p95"))
        .findFirst()
        .orElseThrow();
  }
}
