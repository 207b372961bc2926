package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import loadgate.history.Baselines;
import loadgate.history.HistoryFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import proof.RawServer.Fate;

/**
 * Far within all targets, a run fails that is worse than the five runs before it, or than the
 * baseline that was saved.
 */
class RegressionIT {

  @TempDir private Path resources;

  private volatile boolean failing;

  /** Every answer takes 50 ms, and a slow one 600 ms, so that a busy machine adds little. */
  private RawServer server() throws IOException {
    RawServer server =
        new RawServer(request -> failing && request % 20 == 0 ? Fate.CLOSED : Fate.ANSWERED);
    server.before(() -> sleep(50));
    return server;
  }

  private static void sleep(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SimulationRun run(RawServer server) {
    SimulationRun run =
        OrderSimulation.run(server)
            .with("loadgate.gates.global.failure-rate", "50%")
            .with("loadgate.gates.order.failure-rate", "50%");
    Stream.of("p50", "p95", "p99", "typical-time")
        .forEach(measure -> run.with("loadgate.regression." + measure + ".floor", "400ms"));
    return run.with("loadgate.regression.throughput.tolerance", "90%");
  }

  /** As if the first run had taken place five times. */
  private static SimulationRun runAfter(FinishedRun first, RawServer server) throws IOException {
    SimulationRun next = run(server);
    String line = Files.readString(first.results().resolve(HistoryFile.FILE_NAME));
    Files.writeString(next.results().resolve(HistoryFile.FILE_NAME), line.repeat(5));
    return next;
  }

  private SimulationRun runWithBaseline(FinishedRun first, RawServer server) throws IOException {
    Baselines.save(first.runFolder(), resources.resolve("baselines"));
    return run(server).withClassPath(resources);
  }

  @Test
  void onlyARunThatIsWorseThanThoseBeforeItShouldFail() throws IOException {
    try (RawServer server = server()) {
      FinishedRun first = run(server).inOwnProcess().finish();
      assertThat(first.exitCode()).as(first.console()).isZero();
      assertThat(first.console())
          .contains("compared  no baseline: 0 of 5 comparable runs")
          .contains("regression: no baseline: 0 of 5 comparable runs");

      FinishedRun unchanged = runAfter(first, server).finish();
      assertThat(unchanged.exitCode()).as(unchanged.console()).isZero();
      assertThat(unchanged.titles("pass"))
          .contains("all requests p95 regression", "order throughput regression");
      assertThat(unchanged.red()).isEmpty();

      server.before(() -> sleep(600));
      FinishedRun slow = runAfter(first, server).inOwnProcess().finish();
      assertThat(slow.exitCode()).as(slow.console()).isEqualTo(2);
      assertThat(slow.failed())
          .contains("order p50 regression", "order typical-time regression")
          .allMatch(title -> title.endsWith(" regression"));
      assertThat(slow.red())
          .anyMatch(assertion -> assertion.startsWith("Order / p50 regression: max of"));
      assertThat(slow.gate("order p50 regression").value()).isGreaterThanOrEqualTo(600);
      assertThat(slow.console())
          .containsPattern("regression: \\d+ of 12 figures are worse, against");

      server.before(() -> sleep(50));
      failing = true;
      FinishedRun broken = runWithBaseline(first, server).finish();
      assertThat(broken.exitCode()).as(broken.console()).isEqualTo(2);
      assertThat(broken.failed())
          .containsExactlyInAnyOrder(
              "all requests failure-rate regression", "order failure-rate regression");
      assertThat(broken.gate("order failure-rate regression").value()).isBetween(2.0, 8.0);
      assertThat(broken.console()).contains("of 12 figures are worse, against the baseline of ");
    }
  }
}
