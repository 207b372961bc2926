package proof.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import proof.FinishedRun;
import proof.SimulationRun;

/**
 * Mistakes and faults with which a plain Gatling simulation ends green: with gates around it none
 * of them is, and the healthy one is. {@code docs/false-greens.md} tells them one by one.
 */
@Execution(ExecutionMode.CONCURRENT)
class PlainFalseGreensIT {

  private static FinishedRun run(Trouble trouble, ShopWindow shop) {
    return SimulationRun.of(VisitorSimulation.class)
        .with("shop", shop.url())
        .with("trouble", trouble.name())
        .with("loadgate.target.allowed-hosts", "[127.0.0.1]")
        // In seconds of load nothing hangs for long.
        .with("loadgate.unanswered-after", "3s")
        .withoutBackend()
        .finish();
  }

  @ParameterizedTest
  @EnumSource(names = {"NONE", "ANSWER_IS_TRANSFORMED"})
  void healthyRunShouldBeGreen(Trouble none) throws IOException {
    try (ShopWindow shop = new ShopWindow(none)) {
      FinishedRun run = run(none, shop);

      assertThat(run.exitCode()).as(run.console()).isZero();
      assertThat(run.verdict()).isEqualTo("pass");
      assertThat(run.gate("simulation users-finished").value()).isEqualTo(100);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FUNCTION_THROWS              | simulation unsent
          CONDITION_THROWS             | simulation unsent
          ATTRIBUTE_IS_MISSING         | simulation unsent
          LEAVES_EARLY                 | simulation users-finished
          WAITS_FOR_OTHERS_FOR_EVER    | simulation users-finished
          PAUSES_FOR_AN_HOUR           | simulation users-finished
          LOOPS_WITHOUT_REQUESTS       | simulation silence max
          SILENT_REQUEST_FAILS         | simulation silent-failures max
          EVENT_STREAM_IS_NOT_ANSWERED | all requests failure-rate
          WEB_SOCKET_IS_NOT_ANSWERED   | all requests failure-rate
          API_CLOSES_CONNECTIONS       | all requests failure-rate
          API_BREAKS_ITS_JSON          | all requests failure-rate
          API_REDIRECTS_ELSEWHERE      | all requests failure-rate
          API_HANGS_FOR_HALF           | all requests failure-rate
          API_ANSWERS_NOBODY_ANY_MORE  | simulation scenario-stall max
          API_REFUSES_ONE_USER         | simulation worst-user max
          """)
  void shouldBeRedForItsReason(Trouble trouble, String gate) throws IOException {
    try (ShopWindow shop = new ShopWindow(trouble)) {
      FinishedRun run = run(trouble, shop);

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.failed()).as(run.console()).contains(gate);
    }
  }

  @Test
  void loadThatTheSimulationStopsShouldBeIncomplete() throws IOException {
    try (ShopWindow shop = new ShopWindow(Trouble.STOPS_THE_LOAD)) {
      FinishedRun run = run(Trouble.STOPS_THE_LOAD, shop);

      assertThat(run.exitCode()).as(run.console()).isEqualTo(2);
      assertThat(run.verdict()).isEqualTo("incomplete");
      assertThat(run.console()).contains("of 8 s: enough");
    }
  }
}
