package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import loadgate.UserType;
import loadgate.gates.MeasuredResources;
import loadgate.model.GateLimits;
import loadgate.model.LoadModel;
import loadgate.model.LoadProfile;
import loadgate.model.Measure;
import loadgate.run.UserTypeCatalog;
import loadgate.settings.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import proof.SimulationCatalogue.Pair;
import proof.score.ShippedGates;

/**
 * The shape of every load profile and every simulation, in a few seconds each and with few users:
 * all users come, do their work without failures and leave. Of the gates only those on failures
 * stay; a run that short measures nothing else.
 */
@Execution(ExecutionMode.CONCURRENT)
class EveryProfileIT {

  private static final int SECONDS = 4;
  private static final int MOST_USERS = 12;

  private static BackendServer backend;
  private static ToldResources calm;

  @BeforeAll
  static void start() {
    backend = BackendServer.start(BackendSettings.onFreePort());
    calm = ToldResources.ofACalmTarget();
  }

  @AfterAll
  static void stop() {
    backend.close();
    calm.close();
  }

  static List<Pair> pairs() {
    Settings settings = settings("light", "");
    return SimulationCatalogue.find()
        .pairs(
            settings.profiles(),
            simulation -> settings("", simulation).profile().name(),
            name -> settings.userTypes().get(name).like().orElse(name));
  }

  private static Settings settings(String profile, String simulation) {
    Properties properties = new Properties();
    if (!profile.isEmpty()) {
      properties.setProperty("profile", profile);
    }
    return Settings.load(
        ConfigFactory.parseResources("gatling.conf"),
        Map.of(),
        properties,
        UserTypeCatalog.names(UserType.class),
        simulation);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void shouldPass(Pair pair) {
    Settings settings = settings(pair.profile(), "");
    LoadProfile profile = settings.profile();
    int users = (int) Math.min(MOST_USERS, profile.peak());
    SimulationRun run =
        SimulationRun.of(pair.simulation())
            .with("baseUrl", backend.baseUrl())
            .with(calm)
            .with("profile", profile.name())
            .with("users", users)
            .with("duration", SECONDS + "s");
    if (profile.model() == LoadModel.CLOSED) {
      run.with("spawnRate", 4 * users);
    }
    settings.gates().stream()
        .filter(EveryProfileIT::needsMoreThanSeconds)
        .forEach(gate -> run.with(ShippedGates.path(gate), "null"));

    FinishedRun finished = run.finish();

    assertThat(finished.failed()).as(finished.console()).isEmpty();
    assertThat(finished.exitCode()).as(finished.console()).isZero();
    assertThat(finished.titles("pass")).isNotEmpty();
    assertThat(finished.usersStarted().values().stream().mapToInt(Integer::intValue).sum())
        // A simulation may be of background users alone.
        .isGreaterThanOrEqualTo(profile.background().isEmpty() ? users : 1);
  }

  private static boolean needsMoreThanSeconds(GateLimits gate) {
    // A single request of a user type may be so rare that it is not sent within seconds.
    boolean onFailures =
        gate.measure().equals(Measure.of(Measure.FAILURE_RATE)) && gate.detail().isEmpty();
    boolean onResources = gate.userType().filter(MeasuredResources.NAMES::contains).isPresent();
    return !onFailures && !onResources && !gate.measure().isGuarded(gate.userType().isEmpty());
  }
}
