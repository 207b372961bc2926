package proof;

import static org.assertj.core.api.Assertions.assertThat;

import backend.BackendServer;
import backend.kit.BackendSettings;
import backend.kit.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simulations.AuthFlowSimulation;
import simulations.HealthSimulation;

/**
 * A mistake that the user must correct ends a run with exit code 1 and one line before any load.
 */
class RefusedRunIT {

  private static void assertRefused(FinishedRun run, String... words) {
    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals()).hasSize(1);
    assertThat(run.refusals().get(0)).contains(words);
    assertThat(run.console()).doesNotContain("\tat ").doesNotContain("started...");
    assertThat(run.hasRunFolder()).isFalse();
  }

  @Test
  void shouldSayThatNothingListens() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertRefused(
        SimulationRun.of(HealthSimulation.class)
            .with("baseUrl", "http://127.0.0.1:" + port)
            .finish(),
        "http://127.0.0.1:" + port + " refuses connections",
        "check that the backend runs there");
  }

  @Test
  void shouldSayThatRegisteringFails() {
    BackendSettings broken = BackendSettings.onFreePort().withFaults(Faults.NONE.withErrorRate(1));
    try (BackendServer backend = BackendServer.start(broken)) {
      assertRefused(
          SimulationRun.of(AuthFlowSimulation.class).with("baseUrl", backend.baseUrl()).finish(),
          "POST /api/v1/auth/register was answered 500 instead of 201");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "profile, lihgt, unknown profile",
    "baseUrl, https://backend.example.com, allow it with -Dloadgate.target.allowed-hosts=backend.example.com",
    "loadgate.gates.healht.p95, 1s, unknown user type",
    "loadgate.gates, null, is always on",
    "loadgate.backend.faults.error-rate, 101%, faults.error-rate",
    "baseUrl, '', is empty; give it a value or leave it out",
    "baseURL, http://127.0.0.1:1, nearest is -DbaseUrl",
  })
  void shouldNameTheMistakeInTheSettings(String key, String value, String expected) {
    assertRefused(
        SimulationRun.of(HealthSimulation.class).withOwnBackend().with(key, value).finish(),
        key,
        expected);
  }

  @Test
  void shouldListTheSimulationsWhenThereIsNoneOfThatName() {
    assertRefused(
        SimulationRun.of("simulations.HelthSimulation").inOwnProcess().finish(),
        "there is no class simulations.HelthSimulation",
        "simulations.MixedSimulation",
        "nearest is simulations.HealthSimulation");
  }

  @Test
  void shouldSendNothingWhenTheSettingsAreWrong() {
    try (BackendServer backend = BackendServer.start(BackendSettings.onFreePort())) {
      assertRefused(
          SimulationRun.of(HealthSimulation.class)
              .with("baseUrl", backend.baseUrl())
              .with("users", -1)
              .finish(),
          "-Dusers");

      assertThat(backend.requests()).isEmpty();
    }
  }
}
