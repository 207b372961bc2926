package proof.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.model.GateLimits;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.KnownNames;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simulations.QualityAgentSimulation;

/** Profiles and gates of the agent that watches language models, as they are shipped. */
class AgentSettingsTest {

  private static final KnownNames PROJECT =
      UserTypeCatalog.names(UserType.class, GatedSimulation.class);

  private static final Map<String, Integer> PLAIN = Map.of("quality-agent", 1);
  private static final Map<String, Integer> ALL =
      Map.of("quality-agent", 1, "quality-agent-high-load", 1, "quality-agent-burst", 1);

  private static final List<String> GATES_OF_ALL_PROFILES =
      List.of(
          "all failure-rate 0.1 1.0",
          "all p50 100.0 200.0",
          "all p95 200.0 500.0",
          "all p99 500.0 1000.0",
          "agent-probe memory max 512.0 1000.0");

  private static Settings under(Map<String, String> properties) {
    Properties system = new Properties();
    system.putAll(properties);
    return Settings.load(
        ConfigFactory.parseResources("gatling.conf"),
        Map.of(),
        system,
        PROJECT,
        QualityAgentSimulation.class.getSimpleName());
  }

  private static LoadProfile profile(String name) {
    return under(Map.of("profile", name)).profile();
  }

  /** Name, warn limit and fail limit of each. */
  private static List<String> gates(String profile) {
    return under(Map.of("profile", profile)).gates().stream()
        .filter(gate -> Set.of("all", "agent-probe").contains(scope(gate)))
        .map(
            gate ->
                String.join(
                    " ",
                    scope(gate),
                    gate.measure().name(),
                    limit(gate.warn()),
                    limit(gate.fail())))
        .toList();
  }

  private static String scope(GateLimits gate) {
    return gate.userType().orElse("all");
  }

  private static String limit(OptionalDouble limit) {
    return limit.isPresent() ? String.valueOf(limit.getAsDouble()) : "-";
  }

  @Test
  void shouldRunAgentLoadByDefault() {
    assertThat(under(Map.of()).profile()).isEqualTo(profile("agent-load"));
  }

  @ParameterizedTest
  @CsvSource({
    "agent-load,       10,  2, PT5M,  plain",
    "agent-stress,    100, 10, PT10M, all",
    "agent-stress-50,  50, 10, PT3M,  all",
    "agent-endurance,  20,  5, PT30M, plain",
  })
  void shouldHaveTheProfile(
      String name, int users, double spawnRate, Duration duration, String mix) {
    LoadProfile profile = profile(name);

    assertThat(profile.stages())
        .containsExactly(new Stage(users, duration, OptionalDouble.of(spawnRate)));
    assertThat(profile.weights()).isEqualTo(mix.equals("all") ? ALL : PLAIN);
    assertThat(profile.background()).isEqualTo(Map.of("agent-probe", 1));
  }

  @Test
  void shouldHaveASpikeInOneRun() {
    LoadProfile spike = profile("agent-spike");

    assertThat(spike.stages())
        .containsExactly(
            new Stage(10, Duration.ofMinutes(2), OptionalDouble.of(10)),
            new Stage(100, Duration.ofMinutes(1), OptionalDouble.of(100)),
            new Stage(10, Duration.ofMinutes(2), OptionalDouble.of(10)));
    assertThat(spike.weights()).isEqualTo(ALL);
    assertThat(spike.background()).isEqualTo(Map.of("agent-probe", 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent-load", "agent-endurance"})
  void shouldNotJudgeThroughputThatFewUsersCannotReach(String profile) {
    assertThat(gates(profile)).containsExactlyInAnyOrderElementsOf(GATES_OF_ALL_PROFILES);
  }

  @ParameterizedTest
  @CsvSource({
    "agent-stress,    all steady-throughput 100.0 50.0",
    "agent-stress-50, all steady-throughput - 50.0",
    "agent-spike,     all final-p95-growth 150.0 -",
  })
  void shouldJudgeOneFigureMore(String profile, String gate) {
    assertThat(gates(profile))
        .contains(gate)
        .containsAll(GATES_OF_ALL_PROFILES)
        .hasSize(GATES_OF_ALL_PROFILES.size() + 1);
  }

  @Test
  void shouldLetTheMixBeOverridden() {
    Map<String, String> burstOnly =
        Map.of(
            "profile",
            "agent-load",
            "loadgate.profiles.agent-load.weights.quality-agent",
            "0",
            "loadgate.profiles.agent-load.weights.quality-agent-burst",
            "1");

    assertThat(under(burstOnly).profile().weights())
        .isEqualTo(Map.of("quality-agent", 0, "quality-agent-burst", 1));
  }
}
