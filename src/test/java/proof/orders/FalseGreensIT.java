package proof.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import loadgate.GatedSimulation;
import loadgate.runlog.RunLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import proof.FinishedRun;
import proof.Gateway;
import proof.SimulationRun;

/**
 * Mistakes and faults with which a load test ends green elsewhere, on a team's own small API with 4
 * users: none of them is green here, and the healthy API is. {@code docs/false-greens.md} tells
 * them one by one.
 */
class FalseGreensIT {

  private OrdersApi api;

  @BeforeEach
  void start() throws IOException {
    api = new OrdersApi();
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static SimulationRun run(String url, Class<? extends GatedSimulation> simulation) {
    return SimulationRun.of(simulation)
        .with("baseUrl", url)
        .with("loadgate.profiles.light.weights.order-clerk", 1)
        .with("loadgate.profiles.light.weights.forgetful-clerk", 1)
        // What a project has that says nothing of it.
        .with("loadgate.gates.min-samples", 20)
        .with("loadgate.user-types.order-clerk.think-time", "100ms")
        .with("loadgate.user-types.forgetful-clerk.think-time", "100ms")
        .with("loadgate.gates.order-clerk.p99", "5s")
        .load(4, 8);
  }

  private SimulationRun run() {
    return run(api.url(), OrderSimulation.class)
        .with("loadgate.gates.order-clerk.order-placed-rate", "99%");
  }

  private SimulationRun run(Mistake mistake) {
    return run().with("loadgate.user-types.order-clerk.mistake", mistake.name());
  }

  private FinishedRun behind(Gateway.Rules rules) throws IOException {
    try (Gateway gateway = Gateway.before(api.url(), rules)) {
      return run().with("baseUrl", gateway.baseUrl()).finish();
    }
  }

  private static void assertRed(FinishedRun run, String... gates) {
    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
    assertThat(run.failed()).contains(gates);
    assertThat(run.verdict()).isEqualTo("fail");
  }

  @Test
  void healthyApiShouldBeGreen() {
    FinishedRun run = run().finish();

    assertThat(run.exitCode()).as(run.console()).isZero();
    assertThat(run.verdict()).isEqualTo("pass");
  }

  @Test
  void misspeltVariableShouldBeRed() {
    FinishedRun run = run(Mistake.MISSPELT_VARIABLE).finish();

    assertRed(run, "order-clerk unsent");
    assertThat(run.failedRequests()).isZero();
  }

  @Test
  void gateOnARequestThatNeverOccursShouldBeRed() {
    FinishedRun run =
        run().with("loadgate.gates.order-clerk.details.\"Plaice Order\".p95", "5s").finish();

    assertRed(run, "order-clerk / Plaice Order p95");
  }

  @Test
  void rateThatIsNeverRecordedShouldBeRed() {
    FinishedRun run =
        run(api.url(), ForgetfulClerkSimulation.class)
            .with("loadgate.gates.forgetful-clerk.order-placed-rate", "99%")
            .finish();

    assertRed(run, "forgetful-clerk order-placed-rate");
  }

  @Test
  void exceptionAfterTheFirstRequestShouldBeRed() {
    FinishedRun run = run(Mistake.FUNCTION_THROWS).finish();

    assertRed(run, "order-clerk unsent");
    assertThat(run.failedRequests()).isZero();
  }

  @Test
  void errorBehindTheStatus200ShouldBeRed() throws IOException {
    FinishedRun run =
        behind(
            new Gateway.Rules() {
              @Override
              public String changed(String path, String body) {
                return path.equals("/orders") ? "{\"error\": \"out of stock\"}" : body;
              }
            });

    assertRed(run, "order-clerk order-placed-rate");
    assertThat(run.gate("order-clerk order-placed-rate").value()).isZero();
  }

  @Test
  void percentileOfAFewSamplesShouldBeInconclusive() {
    FinishedRun run =
        run()
            .with("loadgate.gates.order-clerk.details.\"Place Order\".p99", "5s")
            .with("loadgate.user-types.order-clerk.think-time", "1s")
            .load(2, 4)
            .finish();

    assertThat(run.gate("order-clerk / Place Order p99").samples()).isBetween(1L, 9L);
    assertThat(run.titles("inconclusive")).contains("order-clerk / Place Order p99");
    assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
  }

  @Test
  void userThatCanNeverLogInShouldBeRed() {
    api.lockOut(1);

    FinishedRun run = run().with("loadgate.gates.global.failure-rate", "20%").finish();

    assertRed(run, "order-clerk users-started");
    assertThat(run.gate("order-clerk users-started").value()).isEqualTo(75);
  }

  /** Two of a hundred, which is above the limit of 1 %. */
  @Test
  void lostConnectionsShouldBeRed() throws IOException {
    AtomicInteger requests = new AtomicInteger();
    FinishedRun run =
        behind(
            new Gateway.Rules() {
              @Override
              public OptionalInt refusal(HttpExchange request) {
                if (requests.incrementAndGet() % 50 == 0) {
                  throw new UncheckedIOException(new IOException("the connection is lost"));
                }
                return OptionalInt.empty();
              }
            });

    assertRed(run, "all requests failure-rate");
    assertThat(run.failedRequests()).isEqualTo(requests.get() / 50);
  }

  /** One slow request of each user among hundreds. */
  @Test
  void backendThatAnswersNobodyForSecondsShouldBeRed() throws IOException {
    AtomicLong stalledUntil = new AtomicLong();
    AtomicInteger requests = new AtomicInteger();
    FinishedRun run =
        behind(
            new Gateway.Rules() {
              @Override
              public OptionalInt refusal(HttpExchange request) {
                if (requests.incrementAndGet() == 50) {
                  stalledUntil.set(System.nanoTime() + Duration.ofSeconds(6).toNanos());
                }
                long left = stalledUntil.get() - System.nanoTime();
                while (stalledUntil.get() != 0 && left > 0) {
                  LockSupport.parkNanos(left);
                  left = stalledUntil.get() - System.nanoTime();
                }
                return OptionalInt.empty();
              }
            });

    assertRed(run, "all requests longest-stall");
  }

  @Test
  void emptyBaseUrlShouldBeRefused() {
    FinishedRun run = run().with("baseUrl", "").finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.refusals()).singleElement().asString().contains("baseUrl", "empty");
    assertThat(run.hasRunFolder()).isFalse();
  }

  /** What a full disk leaves: a log that ends in the middle of a record. */
  @Test
  void logThatIsCutShouldBeIncomplete() throws Exception {
    FinishedRun run = run().finish();
    Path log = RunLog.inFolder(run.runFolder()).file();
    byte[] bytes = Files.readAllBytes(log);
    Files.write(log, Arrays.copyOf(bytes, bytes.length * 2 / 3));

    assertThat(shown(run.runFolder())).contains("incomplete").doesNotContain("run: pass");
  }

  @Test
  void killedRunShouldBeIncomplete() throws Exception {
    SimulationRun simulation = run().load(4, 120);
    Process process = simulation.start();
    Path log;
    try {
      log = writtenLog(simulation.results());
    } finally {
      process.destroyForcibly().waitFor();
    }

    assertThat(shown(log.getParent())).contains("incomplete").doesNotContain("run: pass");
  }

  /** Gatling writes its log by the block. */
  private static Path writtenLog(Path results) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      try (Stream<Path> files = Files.walk(results)) {
        var log =
            files
                .filter(file -> file.endsWith(RunLog.FILE_NAME) && file.toFile().length() > 0)
                .findFirst();
        if (log.isPresent()) {
          return log.get();
        }
      }
      assertThat(Instant.now()).as("the log is empty").isBefore(deadline);
      Thread.sleep(100);
    }
  }

  /** What the command {@code show} says of a run. */
  private static String shown(Path runFolder) throws IOException {
    Process show =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "loadgate.cli.LoadgateCommand",
                "show",
                runFolder.toString())
            .redirectErrorStream(true)
            .start();
    return new String(show.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
