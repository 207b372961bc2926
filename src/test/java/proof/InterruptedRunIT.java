package proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import backend.BackendServer;
import backend.kit.BackendSettings;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;
import loadgate.stats.Timeline;
import org.junit.jupiter.api.Test;
import simulations.HealthSimulation;

/** Backends that stop or hang during a run, and load generators that are killed. */
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
            .with("loadgate.gates.global.failure-drift", "150%")
            .finishAfter("started...", backend::close);

    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).contains("all requests failure-rate", "all requests failure-drift");
    assertThat(run.gate("all requests failure-rate").value()).isGreaterThan(20);
    assertThat(run.report()).contains("Global: percentage of failed events is less than 1.0");
  }

  @Test
  void usersShouldGoOnWhenTheBackendComesBack() throws Exception {
    BackendServer first = BackendServer.start(BackendSettings.onFreePort());
    int port = URI.create(first.baseUrl()).getPort();
    CompletableFuture<BackendServer> second = new CompletableFuture<>();

    FinishedRun run =
        SimulationRun.of(HealthSimulation.class)
            .with("baseUrl", first.baseUrl())
            .fault("the backend is away for some seconds")
            .load(10, 16)
            .patient()
            .finishAfter(
                "started...",
                () -> {
                  first.close();
                  Executor later = CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS);
                  later.execute(
                      () ->
                          second.complete(
                              BackendServer.start(BackendSettings.onFreePort().withPort(port))));
                });

    try (BackendServer backAgain = second.get(10, TimeUnit.SECONDS)) {
      assertThat(run.failed()).as(run.console()).contains("all requests failure-rate");
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(backAgain.requests()).isNotEmpty();
      List<Timeline.Step> steps =
          RunStatistics.of(RunLog.inFolder(run.runFolder()).file()).timeline().steps();
      assertThat(steps).anyMatch(step -> step.ko() > 0);
      assertThat(steps.subList(steps.size() - 3, steps.size()))
          .allMatch(step -> step.ko() == 0)
          .anyMatch(step -> step.ok() > 0);
    }
  }

  @Test
  void hangingBackendShouldTurnTheRunRedAndNotHoldIt() throws IOException {
    HttpServer server = hangingAfter(10);
    try {
      FinishedRun run =
          SimulationRun.of(HealthSimulation.class)
              .with("baseUrl", "http://127.0.0.1:" + server.getAddress().getPort())
              .with("gatling.http.requestTimeout", 2000)
              .with("loadgate.leave-timeout", "3s")
              .load(4, 4)
              .patient()
              .finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).contains("all requests failure-rate");
      assertThat(run.console()).contains("Request timeout");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void arrivalsAtAHangingBackendShouldTurnTheRunRedAndNotHoldIt() throws IOException {
    HttpServer server = hangingAfter(10);
    try {
      FinishedRun run =
          SimulationRun.of(HealthSimulation.class)
              .with("baseUrl", "http://127.0.0.1:" + server.getAddress().getPort())
              .with("gatling.http.requestTimeout", 2000)
              .with("loadgate.leave-timeout", "3s")
              .with("profile", "arrivals")
              .with("duration", "6s")
              .patient()
              .finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).contains("all requests failure-rate");
    } finally {
      server.stop(0);
    }
  }

  /** A server that gives so many healthy answers and then accepts requests without answering. */
  private static HttpServer hangingAfter(int answers) throws IOException {
    byte[] healthy =
        "{\"message\":\"pong\",\"version\":\"1\",\"status\":\"healthy\",\"docs\":\"swagger\"}"
            .getBytes(StandardCharsets.UTF_8);
    AtomicInteger left = new AtomicInteger(answers);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          if (left.getAndDecrement() > 0) {
            exchange.sendResponseHeaders(200, healthy.length);
            exchange.getResponseBody().write(healthy);
            exchange.close();
          }
        });
    server.start();
    return server;
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
