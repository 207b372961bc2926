package loadgate.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import loadgate.gates.Gates;
import loadgate.gates.MeasuredUserType;
import loadgate.gates.RegressionLimits;
import loadgate.load.LoadPlan;
import loadgate.model.GateLimits;
import loadgate.model.Limit;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Measure;
import loadgate.model.SettingsException;
import loadgate.model.Stage;
import loadgate.model.ThinkTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaxThroughputTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private static final Map<String, MaxThroughput.Pace> PACES =
      Map.of(
          "shop",
          new MaxThroughput.Pace(
              OptionalInt.of(3),
              ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3)),
              false),
          "paced",
          new MaxThroughput.Pace(
              OptionalInt.of(1), ThinkTime.none().withPace(Duration.ofMillis(50)), false));

  @Test
  void shouldDivideUsersByTheirMeanThinkTime() {
    LoadPlan plan = plan(LoadModel.CLOSED, 10);

    // 8 users × 3 requests / 2 s, and 2 users / 0.05 s.
    assertThat(MaxThroughput.of(plan, PACES).perSecond())
        .containsOnly(Map.entry("shop", 12.0), Map.entry("paced", 40.0));
    assertThat(MaxThroughput.of(plan, PACES).total()).isEqualTo(52);
  }

  @Test
  void shouldBeTheArrivalsOfTheOpenModel() {
    assertThat(MaxThroughput.of(plan(LoadModel.OPEN, 10), PACES).perSecond())
        .containsOnly(Map.entry("shop", 24.0), Map.entry("paced", 2.0));
  }

  @Test
  void shouldHaveNoBoundWithoutAPause() {
    MaxThroughput.Pace unpaused =
        new MaxThroughput.Pace(OptionalInt.of(3), ThinkTime.none(), false);

    assertThat(
            MaxThroughput.of(
                    plan(LoadModel.CLOSED, 10), Map.of("shop", unpaused, "paced", unpaused))
                .total())
        .isInfinite();
  }

  @Test
  void shouldHaveNoBoundWhenNobodyKnowsHowManyRequestsAnIterationSends() {
    MaxThroughput.Pace journey =
        new MaxThroughput.Pace(OptionalInt.empty(), ThinkTime.none().withPace(SECOND), false);

    assertThat(
            MaxThroughput.of(plan(LoadModel.CLOSED, 10), Map.of("shop", journey, "paced", journey))
                .total())
        .isInfinite();
  }

  @ParameterizedTest
  @CsvSource({"throughput", "steady-throughput", "final-throughput"})
  void shouldRefuseALimitThatNobodyCanReach(String measure) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> check(Optional.of("shop"), measure, 12))
        .withMessage(
            "shop.conf:3: gate \"shop "
                + measure
                + "\" > 12/s is out of reach: the users (8 shop, 2 paced) of profile test send at"
                + " most 12/s, users divided by their mean think time; allowed are a lower limit,"
                + " more users or none (null)");
  }

  @Test
  void shouldAllowALimitWithinReach() {
    assertThatCode(() -> check(Optional.of("shop"), "throughput", 11)).doesNotThrowAnyException();
    assertThatCode(() -> check(Optional.empty(), "throughput", 51)).doesNotThrowAnyException();
    assertThatCode(() -> check(Optional.of("shop"), "p95", 5_000)).doesNotThrowAnyException();
  }

  private static void check(Optional<String> userType, String measure, double limit) {
    LoadPlan plan = plan(LoadModel.CLOSED, 10);
    GateLimits gate =
        new GateLimits(
            userType,
            Optional.empty(),
            Measure.of(measure),
            Optional.of(Limit.exclusive(Measure.of(measure).direction(), limit)),
            Optional.empty(),
            1,
            "shop.conf:3");
    List<MeasuredUserType> simulated =
        List.of(
            new MeasuredUserType("shop", "Shop", List.of()),
            new MeasuredUserType("paced", "Paced", List.of()));
    Gates gates =
        Gates.of(
            List.of(gate),
            RegressionLimits.none(""),
            plan.userTypes(),
            simulated,
            plan.userTypes(),
            false);
    MaxThroughput.of(plan, PACES).check(gates, plan);
  }

  private static LoadPlan plan(LoadModel model, int load) {
    Stage stage = new Stage(load, Duration.ofSeconds(60), OptionalDouble.empty());
    LoadProfile profile =
        new LoadProfile(
            "test",
            model,
            List.of(stage),
            Map.of("shop", 4, "paced", 1),
            Map.of(),
            false,
            "shop.conf:1");
    return LoadPlan.of(profile, List.of("shop", "paced"));
  }
}
