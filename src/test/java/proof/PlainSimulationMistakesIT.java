package proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may go wrong with gates around a plain simulation turns the run red. */
class PlainSimulationMistakesIT {

  private static final String NOBODY = "http://127.0.0.1:9";

  private static SimulationRun run() {
    return SimulationRun.of(UnassertedSimulation.class).inOwnProcess().with("baseUrl", NOBODY);
  }

  @Test
  void gatesThatAreNotAssertedShouldTurnTheRunRed() throws Exception {
    // The one request fails, which the simulation's own assertion allows.
    FinishedRun run = run().with("loadgate.preflight", false).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.console()).contains("the gates are not among the assertions of the run");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          loadgate.gates                           | null  | is always on; "off: the reason" takes it away
          loadgate.gates                           | { global { failure-rate = "off: no", longest-stall = null, each.failure-rate = null }, simulation { unsent = "off: no", users-finished = "off: no", worst-user = null, worst-connection = null, worst-address = null, silent-failures = null, scenario-stall = null, silence = null } } | none is left that could fail this run
          loadgate.profile                         | heavy | has a load, and this simulation brings its own
          loadgate.simulations.UnasertedSimulation.gates.global.p95 | 5s | nearest is UnassertedSimulation
          loadgate.gates.glbal.p95                 | 5s    | gates: unknown user type "glbal"; nearest is global
          baseUrl                                  | http://192.0.2.1 | has the base URL http://192.0.2.1; host 192.0.2.1 is not in loadgate.target.allowed-hosts
          loadgate.target.base-url                 | http://127.0.0.1:8 | is http://127.0.0.1:8, but proof.UnassertedSimulation sends its load to http://127.0.0.1:9
          loadgate.preflight                       | true  | http://127.0.0.1:9 refuses connections
          loadgate.gates.global.steady-throughput  | 5/s   | needs a load profile, which this simulation has not
          """)
  void whatItCannotFollowShouldBeRefusedBeforeTheLoad(String key, String value, String line)
      throws Exception {
    FinishedRun run = run().with(key, value).finish();

    assertThat(run.exitCode()).as(run.console()).isEqualTo(1);
    assertThat(run.console()).contains(line).doesNotContain("Simulation proof");
  }
}
