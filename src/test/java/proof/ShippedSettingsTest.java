package proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;
import loadgate.GatedSimulation;
import loadgate.UserType;
import loadgate.model.ExportFormat;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Stage;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gatling.conf of this project. */
class ShippedSettingsTest {

  private final Settings settings =
      Settings.load(
          ConfigFactory.parseResources("gatling.conf"),
          Map.of(),
          new Properties(),
          UserTypeCatalog.names(UserType.class, GatedSimulation.class),
          "MixedSimulation");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          light     |  10 |  1 | PT1M  |  3 | 1 |  4 | 1 |  4
          medium    |  20 |  2 | PT5M  |  6 | 1 |  9 | 1 |  9
          heavy     |  50 |  5 | PT10M | 19 | 1 | 25 | 1 | 25
          spike     | 100 | 10 | PT3M  | 28 | 2 | 50 | 2 | 50
          endurance |  50 |  1 | PT30M | 19 | 1 | 25 | 1 | 25
          smoke     |   2 |  1 | PT30S |  3 | 1 |  4 | 1 |  4
          """)
  void shouldHaveTheClosedProfile(
      String name,
      int users,
      double spawnRate,
      Duration duration,
      int health,
      int healthFull,
      int authFlow,
      int taskMonitoring,
      int recommendation) {
    LoadProfile profile = settings.profiles().get(name);

    assertThat(profile.model()).isEqualTo(LoadModel.CLOSED);
    assertThat(profile.stages())
        .containsExactly(new Stage(users, duration, OptionalDouble.of(spawnRate)));
    assertThat(profile.weights())
        .isEqualTo(
            Map.of(
                "health", health,
                "health-full", healthFull,
                "auth-flow", authFlow,
                "task-monitoring", taskMonitoring,
                "recommendation", recommendation));
  }

  @Test
  void shouldHaveAnOpenProfile() {
    LoadProfile arrivals = settings.profiles().get("arrivals");

    assertThat(arrivals.model()).isEqualTo(LoadModel.OPEN);
    assertThat(arrivals.stages())
        .containsExactly(
            new Stage(5, Duration.ofSeconds(15), OptionalDouble.empty()),
            new Stage(5, Duration.ofSeconds(45), OptionalDouble.empty()));
  }

  @Test
  void shouldRunTheLightProfileByDefault() {
    assertThat(settings.profile()).isEqualTo(settings.profiles().get("light"));
  }

  @Test
  void shouldStartTheReferenceBackendByDefault() {
    assertThat(settings.target().baseUrl()).isEmpty();
  }

  @Test
  void shouldVerifyCertificatesByDefault() {
    assertThat(settings.target().trustAnyCertificate()).isFalse();
  }

  @Test
  void shouldGiveTheBackendItsOptionsByTheirFullNames() {
    assertThat(settings.backend().options())
        .containsEntry("loadgate.backend.port", "8000")
        .containsEntry("loadgate.backend.access-token-lifetime", "30m")
        .containsEntry("loadgate.backend.faults.cache", "on");
  }

  @Test
  void shouldWriteTheFormatsThatOtherToolsRead() {
    assertThat(settings.formats()).containsExactly(ExportFormat.GATLING_3_13, ExportFormat.LOCUST);
  }

  @Test
  void shouldResolveGatlingsCertificateChecksToTheTargets() {
    var resolved = ConfigFactory.parseResources("gatling.conf").resolve();

    assertThat(
            List.of(
                resolved.getBoolean("gatling.ssl.useInsecureTrustManager"),
                resolved.getBoolean("gatling.http.enableHostnameVerification")))
        .containsExactly(false, true);
  }
}
