package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A backend that answers nothing for four seconds of a run, and then everything. */
class StallIT {

  private static final int PAUSE_MILLIS = 4_000;

  private static FinishedRun run(RawServer server) {
    return OrderSimulation.run(server)
        .with("loadgate.gates.global.longest-stall", "2s")
        .with("loadgate.gates.order.p95", "2s")
        .load(4, 12)
        .finish();
  }

  @Test
  void shouldBeRedByItsValueWherePercentilesAreGreen() throws IOException {
    try (RawServer server = new RawServer()) {
      AtomicInteger requests = new AtomicInteger();
      server.before(
          () -> {
            if (requests.incrementAndGet() == 100) {
              server.standStill(PAUSE_MILLIS);
            }
          });

      FinishedRun run = run(server);

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).containsExactly("all requests longest-stall");
      assertThat(run.gate("all requests longest-stall").value())
          .isBetween(PAUSE_MILLIS - 200.0, PAUSE_MILLIS + 2_000.0);
      assertThat(run.gate("order longest-stall").value()).isGreaterThan(PAUSE_MILLIS - 200);
      assertThat(run.red())
          .containsExactly(
              "All requests / Longest stall (ms): max of response time is less than 2000.0");
    }
  }

  @Test
  void shouldBeGreenWhenTheBackendAnswersAllTheTime() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run = run(server);

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.gate("all requests longest-stall").value()).isLessThan(2_000);
    }
  }
}
