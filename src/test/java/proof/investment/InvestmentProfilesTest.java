package proof.investment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;
import loadgate.model.Stage;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simulations.users.investment.PipelineRunUser;

/** What gatling.conf says of the investment platform. */
class InvestmentProfilesTest {

  private static Settings settings(String profile) {
    return profile.isEmpty() ? with(Map.of()) : with(Map.of("profile", profile));
  }

  private static Settings with(Map<String, String> overrides) {
    Properties properties = new Properties();
    properties.putAll(overrides);
    return Settings.load(
        ConfigFactory.parseResources("gatling.conf"),
        Map.of(),
        properties,
        UserTypeCatalog.names(UserType.class, GatedSimulation.class),
        "RecommendationSimulation");
  }

  @ParameterizedTest
  @CsvSource({
    "investment-light, 10, 2, PT1M, 0",
    "investment-standard, 100, 10, PT5M, 1",
    "investment-heavy, 500, 50, PT10M, 1",
  })
  void shouldHaveTheProfile(
      String name, int users, double spawnRate, Duration duration, int background) {
    LoadProfile profile = settings(name).profile();

    assertThat(profile.model()).isEqualTo(LoadModel.CLOSED);
    assertThat(profile.stages())
        .containsExactly(new Stage(users, duration, OptionalDouble.of(spawnRate)));
    assertThat(profile.weights()).isEqualTo(Map.of("recommendation", 1));
    assertThat(profile.background())
        .isEqualTo(background == 0 ? Map.of() : Map.of("bulk-quotes", 1, "pipeline-run", 1));
  }

  @Test
  void shouldRunTheStandardProfileByDefault() {
    assertThat(settings("").profile().name()).isEqualTo("investment-standard");
  }

  @ParameterizedTest
  @CsvSource({"stocks, 99", "stocks, 6001", "limit-seconds, 0", "stages, 5"})
  void shouldRefuseAPipelineRunThatCannotBe(String option, String value) {
    Settings settings = with(Map.of("loadgate.user-types.pipeline-run." + option, value));

    assertThatThrownBy(
            () ->
                new PipelineRunUser()
                    .configured(settings.userTypes().get("pipeline-run").options()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("-Dloadgate.user-types.pipeline-run." + option);
  }

  @ParameterizedTest
  @CsvSource({"investment-light, ''", "investment-standard, 10", "investment-heavy, 100"})
  void shouldLimitThroughputOnlyWhereItCanBeReached(String profile, String perSecond) {
    List<Double> limits =
        settings(profile).gates().stream()
            .filter(gate -> gate.userType().equals(Optional.of("recommendation")))
            .filter(gate -> gate.measure().name().equals("steady-throughput"))
            .map(gate -> gate.fail().orElseThrow())
            .toList();

    assertThat(limits)
        .isEqualTo(perSecond.isEmpty() ? List.of() : List.of(Double.valueOf(perSecond)));
  }

  @ParameterizedTest
  @CsvSource({
    "recommendation, p50, 200",
    "recommendation, p95, 500",
    "recommendation, p99, 1000",
    "recommendation, cache-hit-rate, 85",
    "recommendation, inference-time mean, 100",
    "recommendation, inference-time p95, 200",
    "recommendation, database-time p95, 100",
    "bulk-quotes, sweep-time max, 300000",
    "bulk-quotes, stocks-per-second min, 20",
    "bulk-quotes, stocks-quoted-rate, 99",
    "pipeline-run, pipeline-time max, 3600000",
    "pipeline-run, fetch-time max, 300000",
    "pipeline-run, recommend-time max, 180000",
    "pipeline-run, ml-time max, 300000",
    "pipeline-run, db-time max, 300000",
    "pipeline-run, cache-time max, 120000",
  })
  void shouldLimitInEveryProfile(String userType, String measure, double limit) {
    for (String profile : List.of("investment-light", "investment-standard", "investment-heavy")) {
      assertThat(settings(profile).gates())
          .filteredOn(gate -> gate.userType().equals(Optional.of(userType)))
          .filteredOn(gate -> gate.measure().name().equals(measure))
          .singleElement()
          .satisfies(gate -> assertThat(gate.fail()).hasValue(limit));
    }
  }
}
