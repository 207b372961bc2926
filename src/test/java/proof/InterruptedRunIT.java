package proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import backend.BackendServer;
import backend.BackendSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import simulations.HealthSimulation;

/** Backends that break off or hang, and load generators that are killed. */
class InterruptedRunIT {

  private static final Pattern TARGET = Pattern.compile("target +(http://127\\.0\\.0\\.1:\\d+)");

  @Test
  void backendKilledInMidRunShouldTurnTheRunRedWithAReport() throws IOException {
    BackendServer backend = BackendServer.start(BackendSettings.onFreePort());

    FinishedRun run =
        SimulationRun.of(HealthSimulation.class)
            .with("baseUrl", backend.baseUrl())
            .load(20, 10)
            .patient()
            .finishAfter("started...", backend::close);

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.red()).contains("Global: percentage of failed events is less than 1.0");
    assertThat(run.report()).contains("Global: percentage of failed events is less than 1.0");
  }

  @Test
  void hangingBackendShouldNotHoldTheRun() throws IOException {
    try (ServerSocket neverAnswers = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      FinishedRun run =
          SimulationRun.of(HealthSimulation.class)
              .with("baseUrl", "http://127.0.0.1:" + neverAnswers.getLocalPort())
              .with("preflight", "false")
              .with("gatling.http.requestTimeout", 100_000)
              .with("loadgate.leave-timeout", "2s")
              .load(4, 3)
              .finish();

      // Without a single finished request Gatling writes no report and ends with 1.
      assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
      assertThat(run.console()).contains("not measured").contains("verdict of the run: fail");
    }
  }

  @Test
  void referenceBackendShouldDieWithALoadGeneratorThatIsKilled() throws Exception {
    Process simulation = SimulationRun.of(HealthSimulation.class).load(2, 60).start();
    try {
      URI target = announcedTarget(simulation.inputReader(StandardCharsets.UTF_8));
      assertThat(answers(target)).isTrue();

      simulation.destroyForcibly().waitFor();

      Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
      while (answers(target)) {
        assertThat(Instant.now()).as("the backend still answers").isBefore(deadline);
        Thread.sleep(100);
      }
    } finally {
      simulation.destroyForcibly();
    }
  }

  private static URI announcedTarget(BufferedReader console) throws IOException {
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      Matcher target = TARGET.matcher(line);
      if (target.find()) {
        return URI.create(target.group(1));
      }
    }
    return fail("no target was announced");
  }

  private static boolean answers(URI target) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
