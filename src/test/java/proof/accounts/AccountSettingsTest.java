package proof.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.stream.Stream;
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

/** The settings of the account manager. */
class AccountSettingsTest {

  private static Settings settings(String profile, String simulation) {
    Properties properties = new Properties();
    if (!profile.isEmpty()) {
      properties.setProperty("profile", profile);
    }
    return Settings.load(
        ConfigFactory.parseResources("gatling.conf"),
        Map.of(),
        properties,
        UserTypeCatalog.names(UserType.class, GatedSimulation.class),
        simulation);
  }

  @ParameterizedTest
  @CsvSource({
    "accounts-small, accounts, 10, 10, PT1M",
    "accounts-medium, accounts, 25, 25, PT2M",
    "accounts-large, accounts, 50, 50, PT5M",
    "accounts-steady, account-analysis, 50, 10, PT60S",
    "accounts-spike, account-analysis-burst, 100, 50, PT30S",
    "accounts-sustained, account-analysis, 200, 20, PT300S",
  })
  void shouldHaveTheProfile(
      String name, String userType, int users, double spawnRate, Duration duration) {
    LoadProfile profile = settings(name, "").profile();

    assertThat(profile.model()).isEqualTo(LoadModel.CLOSED);
    assertThat(profile.weights()).isEqualTo(Map.of(userType, 1));
    assertThat(profile.stages())
        .containsExactly(new Stage(users, duration, OptionalDouble.of(spawnRate)));
  }

  @Test
  void shouldAddUsersStageByStageUnderTheExtremeProfile() {
    LoadProfile profile = settings("accounts-extreme", "").profile();

    assertThat(profile.weights()).isEqualTo(Map.of("accounts-batch", 1));
    assertThat(profile.stages())
        .containsExactlyElementsOf(
            Stream.of(25, 50, 75, 100)
                .map(users -> new Stage(users, Duration.ofMinutes(1), OptionalDouble.of(25)))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "accounts-small, accounts, 100",
    "accounts-medium, accounts, 500",
    "accounts-large, accounts, 1000",
    "accounts-extreme, accounts-batch, 5000",
  })
  void shouldWorkWithTheSetOfAccounts(String profile, String userType, int size) {
    assertThat(
            settings(profile, "")
                .userTypes()
                .get(userType)
                .options()
                .wholeNumber("account-set", 0, 5))
        .isEqualTo(size);
  }

  @Test
  void shouldTakeAProfileOfItsOwnForEachSimulation() {
    assertThat(settings("", "AccountSimulation").profile().name()).isEqualTo("accounts-small");
    assertThat(settings("", "AccountAnalysisSimulation").profile().name())
        .isEqualTo("accounts-steady");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          accounts-small   | accounts p95               |    20 |    50
          accounts-small   | accounts p99               |       |    50
          accounts-small   | accounts steady-throughput |       |   100
          accounts-small   | global failure-rate        |       |     1
          accounts-medium  | accounts p99               |    50 |   100
          accounts-medium  | accounts steady-throughput |   100 |    50
          accounts-medium  | global failure-rate        |     1 |     2
          accounts-large   | global failure-rate        |     1 |     5
          accounts-large   | accounts database-time p95 |    10 |    30
          accounts-large   | accounts cache-hit-rate    |    80 |    60
          accounts-extreme | accounts-batch final-throughput           |    |  200
          accounts-extreme | accounts-batch scaling-efficiency         | 70 |   50
          accounts-extreme | accounts-batch cache-time p99             |    |    1
          accounts-extreme | accounts-batch cache-write-time p95       |    |    2
          accounts-extreme | accounts-batch/GET /accounts/{id} p95     |    |   10
          accounts-extreme | accounts-batch/GET /accounts/{id} p99     |    |   20
          accounts-extreme | accounts-batch/GET /accounts [batch] p95  |    |   25
          accounts-extreme | accounts-batch/GET /accounts [batch] p99  |    |   50
          accounts-extreme | accounts-batch/POST /accounts p95         |    |   30
          accounts-extreme | accounts-batch/PATCH /accounts/{id} p99   |    |   50
          accounts-steady  | account-analysis stream-completion-rate   |    |   95
          accounts-steady  | account-analysis completion-time mean     | 2000 | 10000
          accounts-steady  | account-analysis completion-time p95      | 5000 | 12000
          accounts-steady  | account-analysis frame-gap mean           |    |  200
          accounts-steady  | account-analysis frame-gap p95            |    |  300
          accounts-steady  | account-analysis open-streams min         |    |    9
          accounts-sustained | account-analysis frames-per-second min  |    |   99
          accounts-spike   | account-analysis-burst stream-start-rate  |    |   95
          accounts-spike   | account-analysis-burst failure-rate       |  1 |    5
          """)
  void shouldLimit(String profile, String gate, Double warn, Double fail) {
    List<List<Double>> limits =
        settings(profile, "").gates().stream()
            .filter(
                settings ->
                    gate.equals(
                        settings.userType().orElse("global")
                            + settings.detail().map(detail -> "/" + detail).orElse("")
                            + " "
                            + settings.measure().name()))
            .map(settings -> List.of(settings.warn().orElse(-1), settings.fail().orElse(-1)))
            .toList();

    assertThat(limits)
        .containsExactly(List.of(warn == null ? -1.0 : warn, fail == null ? -1.0 : fail));
  }

  @Test
  void shouldNotJudgeBatchesByTheLists() {
    assertThat(settings("accounts-extreme", "").gates())
        .noneMatch(
            gate ->
                gate.userType().equals(Optional.of("accounts-batch"))
                    && gate.detail().equals(Optional.of("GET /accounts")));
  }
}
