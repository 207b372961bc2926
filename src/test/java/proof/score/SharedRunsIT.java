package proof.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import proof.FinishedRun;

/**
 * Short runs for the gates that no other proof is about: faults, several at once, turn many gates
 * red by their values, and the same load without faults leaves them green.
 */
@Execution(ExecutionMode.CONCURRENT)
class SharedRunsIT {

  static List<Load> broken() {
    return SharedLoads.all(SharedLoads::broken);
  }

  static List<Load> healthy() {
    return SharedLoads.all(SharedLoads::healthy);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void faultsShouldTurnGatesRed(Load load) {
    load.assertRed(load.run().finish());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("healthy")
  void noFaultShouldLeaveThemGreen(Load load) {
    FinishedRun run = load.patientRun().finish();

    assertThat(run.titles("pass")).as(run.console()).containsAll(load.gates());
  }
}
