package loadgate.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;
import loadgate.model.Stage;
import org.junit.jupiter.api.Test;

class LoadPlanTest {

  private static final Map<String, Integer> WEIGHTS = Map.of("health", 3, "auth-flow", 1);

  @Test
  void shouldRampAtTheSpawnRateAndHoldForTheRest() {
    LoadPlan plan = LoadPlan.of(closed(WEIGHTS, stage(8, 60, 2)), List.of("health"));

    assertThat(plan.loads())
        .containsExactly(new UserTypeLoad("health", 8, List.of(step(0, 8, 4), step(8, 8, 56))));
  }

  @Test
  void shouldShareUsersByWeight() {
    LoadPlan plan = LoadPlan.of(closed(WEIGHTS, stage(8, 60, 2)), List.of("health", "auth-flow"));

    assertThat(plan.loads())
        .containsExactly(
            new UserTypeLoad("health", 6, List.of(step(0, 6, 4), step(6, 6, 56))),
            new UserTypeLoad("auth-flow", 2, List.of(step(0, 2, 4), step(2, 2, 56))));
  }

  @Test
  void shouldGiveTheWeightsOfAbsentTypesToThoseThatArePresent() {
    Map<String, Integer> weights = Map.of("health", 1, "task-monitoring", 1, "auth-flow", 98);

    assertThat(peaks(closed(weights, stage(10, 60, 1)), "health", "task-monitoring"))
        .containsExactly(5.0, 5.0);
  }

  @Test
  void shouldShareEquallyWithoutAnyWeights() {
    assertThat(peaks(closed(Map.of(), stage(5, 60, 1)), "task-monitoring", "task-completion"))
        .containsExactly(3.0, 2.0);
  }

  @Test
  void shouldRefuseAProfileThatWeighsNoneOfTheTypes() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(
            () ->
                LoadPlan.of(
                    closed(WEIGHTS, stage(5, 60, 1)), List.of("task-monitoring", "pipeline")))
        .withMessage(
            "gatling.conf:1: profile test weighs auth-flow, health, but none of the simulation's"
                + " user types: task-monitoring, pipeline; allowed are a weight for one of these,"
                + " no weights at all for equal shares, or another profile");
  }

  @Test
  void shouldLeaveOutATypeWithoutAWeightWhenAnotherHasOne() {
    LoadPlan plan =
        LoadPlan.of(closed(WEIGHTS, stage(4, 60, 1)), List.of("task-completion", "health"));

    assertThat(plan.userTypes()).containsExactly("health");
    assertThat(plan.leftOut()).containsExactly("task-completion");
  }

  @Test
  void shouldLeaveOutATypeWhoseShareIsLessThanAUser() {
    LoadPlan plan = LoadPlan.of(closed(WEIGHTS, stage(1, 60, 1)), List.of("health", "auth-flow"));

    assertThat(plan.userTypes()).containsExactly("health");
    assertThat(plan.leftOut()).containsExactly("auth-flow");
  }

  @Test
  void shouldKeepTheSimulationsOrder() {
    assertThat(
            LoadPlan.of(closed(WEIGHTS, stage(8, 60, 1)), List.of("health", "auth-flow"))
                .userTypes())
        .containsExactly("health", "auth-flow");
    assertThat(
            LoadPlan.of(closed(WEIGHTS, stage(8, 60, 1)), List.of("auth-flow", "health"))
                .userTypes())
        .containsExactly("auth-flow", "health");
  }

  @Test
  void shouldChangeThroughTheWholeStageWithoutASpawnRate() {
    LoadPlan plan =
        LoadPlan.of(closed(WEIGHTS, stage(4, 20), stage(4, 30), stage(1, 10)), List.of("health"));

    assertThat(plan.loads().get(0).steps())
        .containsExactly(step(0, 4, 20), step(4, 4, 30), step(4, 1, 10));
  }

  @Test
  void shouldTakeTheTimeOfAChangeFromAllUsersAndNotFromATypesOwn() {
    // From 4 to 12 users at 2/s takes 4 s, in which health goes from 3 to 9.
    LoadPlan plan =
        LoadPlan.of(
            closed(WEIGHTS, stage(4, 20), stage(12, 10, 2)), List.of("health", "auth-flow"));

    assertThat(plan.loads().get(0).steps())
        .containsExactly(step(0, 3, 20), step(3, 9, 4), step(9, 9, 6));
    assertThat(plan.loads().get(1).steps())
        .containsExactly(step(0, 1, 20), step(1, 3, 4), step(3, 3, 6));
  }

  @Test
  void shouldFallAtTheSpawnRate() {
    LoadPlan plan = LoadPlan.of(closed(WEIGHTS, stage(4, 20), stage(0, 10, 2)), List.of("health"));

    assertThat(plan.loads().get(0).steps())
        .containsExactly(step(0, 4, 20), step(4, 0, 2), step(0, 0, 8));
  }

  @Test
  void shouldAddUpToTheTargetAfterEveryStage() {
    Map<String, Integer> weights =
        Map.of("health", 19, "health-full", 1, "auth-flow", 25, "task-monitoring", 1);
    LoadProfile profile = closed(weights, stage(7, 10), stage(23, 10), stage(22, 10), stage(1, 10));

    LoadPlan plan =
        LoadPlan.of(profile, List.of("health", "health-full", "auth-flow", "task-monitoring"));

    for (int stage = 0; stage < 4; stage++) {
      int ended = stage;
      assertThat(plan.loads().stream().mapToDouble(load -> load.steps().get(ended).to()).sum())
          .isEqualTo(profile.stages().get(stage).target());
    }
  }

  @Test
  void shouldShareArrivalsInFractions() {
    LoadProfile profile =
        new LoadProfile(
            "arrivals",
            LoadModel.OPEN,
            List.of(stage(5, 15), stage(5, 45)),
            WEIGHTS,
            Map.of(),
            false,
            "gatling.conf:1");

    LoadPlan plan = LoadPlan.of(profile, List.of("health", "auth-flow"));

    assertThat(plan.loads())
        .containsExactly(
            new UserTypeLoad("health", 3.75, List.of(step(0, 3.75, 15), step(3.75, 3.75, 45))),
            new UserTypeLoad("auth-flow", 1.25, List.of(step(0, 1.25, 15), step(1.25, 1.25, 45))));
  }

  @Test
  void shouldSetBackgroundUsersBesideTheMix() {
    LoadProfile profile =
        new LoadProfile(
            "test",
            LoadModel.OPEN,
            List.of(stage(5, 15)),
            WEIGHTS,
            Map.of("probe", 2, "absent", 1),
            false,
            "gatling.conf:1");

    LoadPlan plan = LoadPlan.of(profile, List.of("health", "probe"));

    assertThat(plan.mix()).extracting(UserTypeLoad::userType).containsExactly("health");
    assertThat(plan.background())
        .containsExactly(new UserTypeLoad("probe", 2, List.of(step(0, 2, 0), step(2, 2, 15))));
    assertThat(plan.userTypes()).containsExactly("health", "probe");
    assertThat(plan.loads())
        .extracting(plan::model)
        .containsExactly(LoadModel.OPEN, LoadModel.CLOSED);
  }

  private static List<Double> peaks(LoadProfile profile, String... userTypes) {
    return LoadPlan.of(profile, List.of(userTypes)).loads().stream()
        .map(UserTypeLoad::peak)
        .toList();
  }

  private static LoadProfile closed(Map<String, Integer> weights, Stage... stages) {
    return new LoadProfile(
        "test", LoadModel.CLOSED, List.of(stages), weights, Map.of(), false, "gatling.conf:1");
  }

  private static Stage stage(double target, int seconds) {
    return new Stage(target, Duration.ofSeconds(seconds), OptionalDouble.empty());
  }

  private static Stage stage(double target, int seconds, double spawnRate) {
    return new Stage(target, Duration.ofSeconds(seconds), OptionalDouble.of(spawnRate));
  }

  private static InjectionStep step(double from, double to, int seconds) {
    return new InjectionStep(from, to, Duration.ofSeconds(seconds));
  }
}
