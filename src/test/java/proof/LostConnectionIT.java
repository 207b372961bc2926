package proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import loadgate.runlog.RunLog;
import loadgate.stats.RunStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import proof.RawServer.Fate;

/** A backend that loses connections after it has read a request, half of them with a POST. */
class LostConnectionIT {

  /** Ten per cent, POSTs and GETs in turn as the number is odd or even. */
  private static Fate losing(int request, Fate fate) {
    return request % 20 == 7 || request % 20 == 14 ? fate : Fate.ANSWERED;
  }

  private static long recorded(FinishedRun run) throws IOException {
    return RunStatistics.of(RunLog.inFolder(run.runFolder()).file()).global().count();
  }

  @ParameterizedTest
  @EnumSource(names = {"CLOSED", "RESET"})
  void shouldCountEveryLostRequestAndRepeatNone(Fate fate) throws IOException {
    try (RawServer server = new RawServer(request -> losing(request, fate))) {
      FinishedRun run = OrderSimulation.run(server).finish();

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(server.lost()).isPositive();
      assertThat(run.failedRequests()).isEqualTo(server.lost());
      assertThat(recorded(run)).isEqualTo(server.requests());
      assertThat(run.failed()).contains("all requests failure-rate");
      assertThat(run.gate("all requests failure-rate").value()).isBetween(5.0, 15.0);
    }
  }

  @Test
  void shouldRepeatThemWhenTheSettingsSaySo() throws IOException {
    try (RawServer server = new RawServer(request -> losing(request, Fate.CLOSED))) {
      FinishedRun run =
          OrderSimulation.run(server).with("loadgate.target.repeat-lost-requests", "on").finish();

      assertThat(server.lost()).isPositive();
      assertThat(server.requests()).isGreaterThan((int) recorded(run));
      assertThat(run.failedRequests()).isLessThan(server.lost());
    }
  }

  @Test
  void shouldBeGreenWhenNoneIsLost() throws IOException {
    try (RawServer server = new RawServer()) {
      FinishedRun run = OrderSimulation.run(server).finish();

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(recorded(run)).isEqualTo(server.requests()).isPositive();
    }
  }
}
