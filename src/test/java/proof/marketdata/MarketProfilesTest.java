package proof.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

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
import loadgate.model.Stage;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What gatling.conf says of the market-data service. */
class MarketProfilesTest {

  private static Settings settings(String profile) {
    Properties properties = new Properties();
    properties.setProperty("profile", profile);
    return Settings.load(
        ConfigFactory.parseResources("gatling.conf"),
        Map.of(),
        properties,
        UserTypeCatalog.names(UserType.class, GatedSimulation.class),
        "MarketDataSimulation");
  }

  @ParameterizedTest
  @CsvSource({
    "market-load, 100, 10, PT5M, market-data",
    "market-endurance, 50, 10, PT1H, market-data-high-load",
  })
  void shouldHaveTheClosedProfile(
      String name, int users, double spawnRate, Duration duration, String userType) {
    LoadProfile profile = settings(name).profile();

    assertThat(profile.model()).isEqualTo(LoadModel.CLOSED);
    assertThat(profile.stages())
        .containsExactly(new Stage(users, duration, OptionalDouble.of(spawnRate)));
    assertThat(profile.weights()).isEqualTo(Map.of(userType, 1));
    assertThat(profile.background()).isEqualTo(Map.of("market-probe", 1));
  }

  @Test
  void shouldArriveAtThePeakAtOnce() {
    LoadProfile profile = settings("market-peak").profile();

    assertThat(profile.model()).isEqualTo(LoadModel.OPEN);
    assertThat(profile.stages())
        .containsExactly(
            new Stage(200, Duration.ofMillis(1), OptionalDouble.empty()),
            new Stage(200, Duration.ofSeconds(60), OptionalDouble.empty()));
    assertThat(profile.background()).isEqualTo(Map.of("market-probe", 1));
  }

  @Test
  void shouldComeAndGoTogetherInASpike() {
    LoadProfile profile = settings("market-spike").profile();

    assertThat(profile.stages())
        .containsExactly(
            new Stage(10, Duration.ofSeconds(10), OptionalDouble.of(1000)),
            new Stage(100, Duration.ofSeconds(30), OptionalDouble.of(1000)),
            new Stage(10, Duration.ofSeconds(10), OptionalDouble.of(1000)));
    assertThat(profile.weights()).isEqualTo(Map.of("market-data-spike", 1));
  }

  @Test
  void shouldRunTheNormalLoadByDefault() {
    Settings settings =
        Settings.load(
            ConfigFactory.parseResources("gatling.conf"),
            Map.of(),
            new Properties(),
            UserTypeCatalog.names(UserType.class, GatedSimulation.class),
            "MarketDataSimulation");

    assertThat(settings.profile().name()).isEqualTo("market-load");
  }

  @ParameterizedTest
  @CsvSource({
    "market-load, 'mean 200, p99 500, failure-rate 1'",
    "market-peak, 'p95 1000, failure-rate 5'",
    "market-spike, failure-rate 10",
    "market-endurance, 'mean 200, p99 500, failure-rate 5, failure-drift 150'",
  })
  void shouldLimitAllRequests(String profile, String limits) {
    assertThat(limits(profile, Optional.empty())).containsExactlyInAnyOrder(limits.split(", "));
  }

  @ParameterizedTest
  @CsvSource({
    "market-load, market-data, 3",
    "market-peak, market-data, 0",
    "market-spike, market-data-spike, 0",
    "market-endurance, market-data-high-load, 3",
  })
  void shouldLimitTasksAndCachedPrices(String profile, String userType, int cachedPrices) {
    List<String> limits = limits(profile, Optional.of(userType));

    assertThat(limits).contains("completion-rate 95").hasSize(1 + cachedPrices);
    assertThat(limits.stream().filter("p95 200"::equals)).hasSize(cachedPrices);
  }

  @ParameterizedTest
  @CsvSource({
    "market-load, 'cache-hit-rate 80, uptime-rate 99.5, provider-uptime-rate 99'",
    "market-peak, cache-hit-rate 80",
    "market-spike, cache-hit-rate 80",
    "market-endurance, 'cache-hit-rate 80, uptime-rate 99.5, provider-uptime-rate 99'",
  })
  void shouldLimitWhatTheProbeSees(String profile, String limits) {
    assertThat(limits(profile, Optional.of("market-probe")))
        .containsExactlyInAnyOrder(limits.split(", "));
  }

  private static List<String> limits(String profile, Optional<String> userType) {
    return settings(profile).gates().stream()
        .filter(gate -> gate.userType().equals(userType))
        .map(gate -> gate.measure().name() + " " + number(gate.fail().orElseThrow()))
        .toList();
  }

  private static String number(double limit) {
    return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
  }
}
