package loadgate.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.Direction;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Measure;
import loadgate.model.Stage;
import org.junit.jupiter.api.Test;

class SettingsHashTest {

  private static final Stage RAMP = stage(10, 60, OptionalDouble.of(1));
  private static final Stage HOLD = stage(10, 30, OptionalDouble.empty());
  private static final Map<String, Integer> WEIGHTS = Map.of("health", 3, "auth-flow", 4);
  private static final GateLimits P95 = gate("health", "p95", 100, "gatling.conf:160");
  private static final GateLimits P99 = gate("health", "p99", 200, "gatling.conf:161");
  private static final String HASH = hash(profile("light", RAMP, HOLD), P95, P99);

  @Test
  void shouldBeTheShaOfTheCanonicalText() {
    LoadProfile profile = profile("light", RAMP, HOLD);
    assertThat(SettingsHash.canonical(profile, List.of(P95), Map.of(), ""))
        .isEqualTo(
            "{\"model\":\"CLOSED\","
                + "\"stages\":[{\"target\":10.0,\"millis\":60000,\"changePerSecond\":1.0},"
                + "{\"target\":10.0,\"millis\":30000}],"
                + "\"weights\":{\"auth-flow\":4,\"health\":3},"
                + "\"gates\":[{\"userType\":\"health\",\"measure\":\"p95\",\"fail\":100.0,"
                + "\"minSamples\":1}]}");
    // Of that text, by sha256sum.
    assertThat(hash(profile, P95))
        .isEqualTo("af8adad0435b63c75e069eb977aae01df606870477796cd3bfcf71284089a9b1");
  }

  @Test
  void shouldNotDependOnOrderPlaceOrName() {
    assertThat(hash(profile("other", RAMP, HOLD), P99, gate("health", "p95", 100, "-D")))
        .isEqualTo(HASH);
  }

  @Test
  void shouldTakeNoWeightForAWeightOfZero() {
    Map<String, Integer> weights = Map.of("health", 3, "auth-flow", 4, "recommendation", 0);
    assertThat(hash(profile(LoadModel.CLOSED, weights, RAMP, HOLD), P95, P99)).isEqualTo(HASH);
  }

  @Test
  void shouldDependOnTheStagesAndTheirOrder() {
    assertThat(hash(profile("light", HOLD, RAMP), P95, P99)).isNotEqualTo(HASH);
    assertThat(hash(profile("light", RAMP), P95, P99)).isNotEqualTo(HASH);
    Stage longer = stage(10, 61, OptionalDouble.of(1));
    assertThat(hash(profile("light", longer, HOLD), P95, P99)).isNotEqualTo(HASH);
  }

  @Test
  void shouldDependOnModelAndWeights() {
    assertThat(hash(profile(LoadModel.OPEN, WEIGHTS, RAMP, HOLD), P95, P99)).isNotEqualTo(HASH);
    Map<String, Integer> others = Map.of("health", 4, "auth-flow", 3);
    assertThat(hash(profile(LoadModel.CLOSED, others, RAMP, HOLD), P95, P99)).isNotEqualTo(HASH);
  }

  @Test
  void shouldDependOnEveryGate() {
    LoadProfile profile = profile("light", RAMP, HOLD);
    assertThat(hash(profile, P95)).isNotEqualTo(HASH);
    assertThat(hash(profile, gate("health", "p95", 101, ""), P99)).isNotEqualTo(HASH);
    assertThat(hash(profile, gate("auth-flow", "p95", 100, ""), P99)).isNotEqualTo(HASH);
  }

  @Test
  void shouldDependOnBackgroundUsersAndOnWhatUserTypesAreTold() {
    LoadProfile profile = profile("light", RAMP, HOLD);
    LoadProfile watched =
        new LoadProfile(
            "light",
            LoadModel.CLOSED,
            List.of(RAMP, HOLD),
            WEIGHTS,
            Map.of("probe", 1),
            false,
            "gatling.conf:97");
    Map<String, String> told = Map.of("health", "{\"wards\":2}");

    assertThat(hash(watched, P95, P99)).isNotEqualTo(HASH);
    assertThat(SettingsHash.of(profile, List.of(P95, P99), told, "")).isNotEqualTo(HASH);
  }

  @Test
  void shouldTellAWarnLimitFromAFailLimit() {
    LoadProfile profile = profile("light", RAMP);
    GateLimits warn =
        new GateLimits(
            Optional.of("health"),
            Optional.empty(),
            Measure.of("p95"),
            Optional.empty(),
            Optional.of(Limit.exclusive(Direction.BELOW, 100)),
            1,
            "");
    assertThat(hash(profile, warn)).isNotEqualTo(hash(profile, P95));
  }

  @Test
  void shouldTellALimitThatMayBeReachedFromOneThatMayNot() {
    GateLimits inclusive =
        new GateLimits(
            Optional.of("health"),
            Optional.empty(),
            Measure.of("p95"),
            Optional.of(new Limit(Direction.BELOW, true, 100)),
            Optional.empty(),
            1,
            "");

    assertThat(hash(profile("light", RAMP), inclusive))
        .isNotEqualTo(hash(profile("light", RAMP), P95));
  }

  private static String hash(LoadProfile profile, GateLimits... gates) {
    return SettingsHash.of(profile, List.of(gates), Map.of(), "");
  }

  private static Stage stage(double target, int seconds, OptionalDouble changePerSecond) {
    return new Stage(target, Duration.ofSeconds(seconds), changePerSecond);
  }

  private static LoadProfile profile(String name, Stage... stages) {
    return new LoadProfile(
        name, LoadModel.CLOSED, List.of(stages), WEIGHTS, Map.of(), false, "gatling.conf:97");
  }

  private static LoadProfile profile(
      LoadModel model, Map<String, Integer> weights, Stage... stages) {
    return new LoadProfile(
        "light", model, List.of(stages), weights, Map.of(), false, "gatling.conf:97");
  }

  private static GateLimits gate(String userType, String measure, double fail, String where) {
    return new GateLimits(
        Optional.of(userType),
        Optional.empty(),
        Measure.of(measure),
        Optional.of(Limit.exclusive(Direction.BELOW, fail)),
        Optional.empty(),
        1,
        where);
  }
}
