package proof.score;

import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import proof.ToldResources;

/**
 * Short runs on targets whose metrics tell of no CPU to spare and of memory that grows. That the
 * same gates are green for a calm target is shown for every profile elsewhere.
 */
@Execution(ExecutionMode.CONCURRENT)
class ResourcesIT {

  static List<Load> loads() {
    return SharedLoads.all(SharedLoads::busy);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loads")
  void busyTargetShouldTurnItsGatesRed(Load load) {
    try (ToldResources busy = ToldResources.ofABusyTarget()) {
      load.assertRed(load.run().with(busy).fault("its metrics tell of a busy target").finish());
    }
  }
}
