package loadgate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import loadgate.model.ExportFormat;
import loadgate.model.LoadProfile;
import loadgate.model.SettingsException;
import loadgate.model.Stage;
import loadgate.model.ThinkTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsPrecedenceTest {

  @TempDir Path folder;

  @Test
  void shouldTakeTheFileWhenNothingIsLaidOverIt() {
    assertThat(load(Map.of(), Map.of()).profile().name()).isEqualTo("light");
  }

  @Test
  void shouldTakeTheEnvironmentOverTheFile() {
    Settings settings =
        load(
            Map.of(
                "LOAD_PROFILE", "waves",
                "TARGET_HOST", "http://staging:8080",
                "ALLOWED_HOSTS", "staging"),
            Map.of());

    assertThat(settings.profile().name()).isEqualTo("waves");
    assertThat(settings.target().baseUrl()).contains(URI.create("http://staging:8080"));
  }

  @Test
  void shouldTakeShortPropertiesOverTheEnvironment() {
    Settings settings =
        load(
            Map.of(
                "LOAD_PROFILE", "waves",
                "TARGET_HOST", "http://staging",
                "ALLOWED_HOSTS", "staging"),
            Map.of(
                "profile", "arrivals",
                "baseUrl", "https://test.example",
                "allowedHosts", "other.example, test.example"));

    assertThat(settings.profile().name()).isEqualTo("arrivals");
    assertThat(settings.target().baseUrl()).contains(URI.create("https://test.example"));
  }

  @Test
  void shouldTakeTheSimulationsOwnProfileUnlessOneIsAskedFor() {
    String own = "loadgate.default-profiles.HealthSimulation";

    assertThat(load(Map.of(), Map.of(own, "arrivals")).profile().name()).isEqualTo("arrivals");
    assertThat(load(Map.of(), Map.of(own, "arrivals", "profile", "waves")).profile().name())
        .isEqualTo("waves");
    assertThat(load(Map.of("LOAD_PROFILE", "light"), Map.of(own, "arrivals")).profile().name())
        .isEqualTo("light");
  }

  @Test
  void shouldTakeListsFromProperties() {
    Map<String, String> stages =
        Map.of("profile", "waves", "loadgate.profiles.waves.stages", "[{target=7, duration=3s}]");

    assertThat(load(Map.of(), stages).profile().stages())
        .containsExactly(new Stage(7, Duration.ofSeconds(3), OptionalDouble.empty()));
  }

  @Test
  void shouldTellUserTypesWhatTheProfileSaysOverWhatIsSaidForAllRuns() {
    Map<String, String> told =
        Map.of(
            "loadgate.profiles.waves.user-types.health.wards", "2",
            "loadgate.profiles.waves.user-types.health.night", "on");

    Options waves =
        load(Map.of("LOAD_PROFILE", "waves"), told)
            .userTypes()
            .get("health")
            .options()
            .only("wards", "night");
    Options light = load(Map.of(), told).userTypes().get("health").options();

    assertThat(waves.wholeNumber("wards", 1, 1)).isEqualTo(2);
    assertThat(waves.flag("night", false)).isTrue();
    assertThat(light.wholeNumber("wards", 1, 1)).isEqualTo(1);
    assertThat(light.text("name", "none")).isEqualTo("none");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> waves.only("wards"))
        .withMessageContaining(
            "health.night: unknown key; allowed here: like, pace, think-time, wards");
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> waves.wholeNumber("wards", 1, 3))
        .withMessageContaining("allowed is a whole number from 3 on");
  }

  @Test
  void shouldIgnoreOtherVariables() {
    assertThat(load(Map.of("profile", "waves"), Map.of()).profile().name()).isEqualTo("light");
  }

  @Test
  void shouldChangeTheShortFormByShortProperties() {
    LoadProfile profile =
        load(Map.of(), Map.of("users", "30", "spawnRate", "5", "duration", "2m")).profile();

    assertThat(profile.stages())
        .containsExactly(new Stage(30, Duration.ofMinutes(2), OptionalDouble.of(5)));
  }

  @Test
  void shouldScaleEveryStageWhenUsersAreGiven() {
    assertThat(load(Map.of(), Map.of("profile", "waves", "users", "10")).profile().stages())
        .containsExactly(
            new Stage(10, Duration.ofSeconds(20), OptionalDouble.empty()),
            // A quarter of 10 users is 2.5.
            new Stage(3, Duration.ofSeconds(10), OptionalDouble.of(3)));
  }

  @Test
  void shouldStretchEveryStageWhenADurationIsGiven() {
    assertThat(load(Map.of(), Map.of("profile", "waves", "duration", "1m")).profile().stages())
        .containsExactly(
            new Stage(4, Duration.ofSeconds(40), OptionalDouble.empty()),
            new Stage(1, Duration.ofSeconds(20), OptionalDouble.of(3)));
  }

  @Test
  void shouldScaleArrivalsOfTheOpenModel() {
    assertThat(load(Map.of(), Map.of("profile", "arrivals", "users", "7")).profile().stages())
        .containsExactly(new Stage(7, Duration.ofSeconds(15), OptionalDouble.empty()));
  }

  @Test
  void shouldLeaveTheTableOfProfilesAsTheFileHasIt() {
    assertThat(load(Map.of(), Map.of("users", "30")).profiles().get("light").peak()).isEqualTo(10);
  }

  @Test
  void shouldTurnThePreflightOff() {
    assertThat(load(Map.of(), Map.of("preflight", "false")).preflight().enabled()).isFalse();
  }

  @Test
  void shouldTakeAnyKeyAsAProperty() {
    Settings settings =
        load(
            Map.of(),
            Map.of(
                "loadgate.leave-timeout", "90s",
                "loadgate.profiles.light.weights.auth-flow", "7",
                "loadgate.backend.faults.latency", "50ms"));

    assertThat(settings.leaveTimeout()).isEqualTo(Duration.ofSeconds(90));
    assertThat(settings.profile().weights()).containsEntry("auth-flow", 7);
    assertThat(settings.backend().orElseThrow().options())
        .containsEntry("loadgate.backend.faults.latency", "50ms");
  }

  @Test
  void shouldTakeTheShortPropertyOverTheLongOne() {
    assertThat(
            load(Map.of(), Map.of("profile", "waves", "loadgate.profile", "arrivals"))
                .profile()
                .name())
        .isEqualTo("waves");
  }

  @Test
  void shouldResolveReferencesToWhatIsLaidOver() {
    SettingsFile file =
        SettingsFile.valid()
            .with("leave-timeout = 30s", "leave-timeout = ${loadgate.backend.start-timeout}");

    assertThat(
            file.load(folder, Map.of(), Map.of("loadgate.backend.start-timeout", "45s"))
                .leaveTimeout())
        .isEqualTo(Duration.ofSeconds(45));
  }

  @ParameterizedTest
  @CsvSource({"1000, PT30S", "10000, PT30S", "60000, PT1M20S"})
  void shouldLetUsersLeaveLaterThanRequestsTimeOut(long timeoutMillis, Duration expected) {
    SettingsFile file =
        SettingsFile.valid()
            .with("leave-timeout = 30s", "")
            .with("requestTimeout = 10000", "requestTimeout = " + timeoutMillis);

    assertThat(file.load(folder).leaveTimeout()).isEqualTo(expected);
  }

  @Test
  void shouldTryAPathOfTheTargetThatPreflightNames() {
    PreflightSettings preflight = load(Map.of(), Map.of("preflight", "/healthz")).preflight();

    assertThat(preflight).isEqualTo(new PreflightSettings(true, Optional.of("/healthz")));
  }

  @Test
  void shouldTakeReportFormatsAsOneTextToo() {
    assertThat(load(Map.of(), Map.of()).formats()).containsExactly(ExportFormat.LOCUST);
    assertThat(load(Map.of(), Map.of("loadgate.report.formats", "gatling-3.13, locust")).formats())
        .containsExactly(ExportFormat.GATLING_3_13, ExportFormat.LOCUST);
    assertThat(load(Map.of(), Map.of("loadgate.report.formats", "[]")).formats()).isEmpty();
  }

  @Test
  void shouldNameAVariableThatIsWrong() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(Map.of("LOAD_PROFILE", "nightly"), Map.of()))
        .withMessage("LOAD_PROFILE: unknown profile \"nightly\"; allowed: arrivals, light, waves");
  }

  @Test
  void shouldNameAPropertyThatIsWrong() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(Map.of(), Map.of("profile", "nightly")))
        .withMessage("-Dprofile: unknown profile \"nightly\"; allowed: arrivals, light, waves");
  }

  private Settings load(Map<String, String> environment, Map<String, String> system) {
    return SettingsFile.valid().load(folder, environment, system);
  }

  @Test
  void shouldGiveUserTypesTheThinkTimeOfTheProfile() {
    Map<String, String> told =
        Map.of(
            "loadgate.user-types.health.think-time", "2s",
            "loadgate.profiles.waves.user-types.health.pace", "50ms");

    assertThat(thinkTime(load(Map.of(), told)))
        .isEqualTo(ThinkTime.between(Duration.ofSeconds(2), Duration.ofSeconds(2)));
    assertThat(thinkTime(load(Map.of("LOAD_PROFILE", "waves"), told)).pace())
        .isEqualTo(Duration.ofMillis(50));
  }

  @ParameterizedTest
  @CsvSource({
    "1s..3s,       PT1S, PT3S",
    "0ms..500ms,   PT0S, PT0.5S",
    "1.5s,         PT1.5S, PT1.5S",
    "none,         PT0S, PT0S"
  })
  void shouldReadAThinkTime(String written, Duration least, Duration most) {
    Settings settings = load(Map.of(), Map.of("loadgate.user-types.health.think-time", written));

    assertThat(thinkTime(settings)).isEqualTo(ThinkTime.between(least, most));
  }

  @Test
  void shouldThinkOneToThreeSecondsUnlessTold() {
    assertThat(thinkTime(load(Map.of(), Map.of())))
        .isEqualTo(ThinkTime.between(Duration.ofSeconds(1), Duration.ofSeconds(3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3s..1s", "3", "-1s", "soon", "1s..", "1s..2s..3s"})
  void shouldRefuseAThinkTimeThatIsNone(String written) {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(Map.of(), Map.of("loadgate.user-types.health.think-time", written)))
        .withMessageContaining(
            "\"" + written + "\" is not allowed; allowed is a duration such as 2s, two of them");
  }

  @Test
  void shouldKnowAUserTypeThatIsLikeAnother() {
    Settings settings =
        load(
            Map.of(),
            Map.of(
                "loadgate.user-types.health-night.like", "health",
                "loadgate.user-types.health-night.think-time", "9s"));

    UserTypeSettings night = settings.userTypes().get("health-night");
    assertThat(night.like()).hasValue("health");
    assertThat(night.thinkTime().mean()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void shouldRefuseAUserTypeThatIsLikeNobody() {
    assertThatExceptionOfType(SettingsException.class)
        .isThrownBy(() -> load(Map.of(), Map.of("loadgate.user-types.health-night.like", "helth")))
        .withMessageContaining("unknown user type \"helth\"; allowed: ");
  }

  private static ThinkTime thinkTime(Settings settings) {
    return settings.userTypes().get("health").thinkTime();
  }

  @Test
  void shouldReadAFileWithTheLineEndsOfWindows() {
    SettingsFile unix = SettingsFile.valid();
    SettingsFile windows = new SettingsFile(unix.text().replace("\n", "\r\n"));

    assertThat(windows.load(folder).profiles()).isEqualTo(unix.load(folder).profiles());
    assertThat(windows.load(folder).gates()).isEqualTo(unix.load(folder).gates());
  }
}
