package loadgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Expected numbers by hand. */
class InjectorDemandTest {

  @Test
  void shouldDivideTheBusyCoresByThoseOfAnInjector() {
    InjectorDemand demand =
        new InjectorDemand(50_000, 25_000, Duration.ofNanos(1_300_000), 2, 0.7, 28_232);

    // 25,000 x 1.3 ms = 32.5 s of CPU per second; 32.5 / 1.4 = 23.2
    assertThat(demand.busyCores()).isCloseTo(32.5, within(1e-9));
    assertThat(demand.forCpu()).isEqualTo(24);
    assertThat(demand.injectors()).isEqualTo(24);
  }

  @Test
  void shouldNotPassThePortsOfAnInjector() {
    InjectorDemand demand = new InjectorDemand(28_233, 10, Duration.ofMillis(1), 2, 0.7, 28_232);

    assertThat(demand.forCpu()).isEqualTo(1);
    assertThat(demand.injectors()).isEqualTo(2);
  }

  @Test
  void shouldNeedOneWhenItIsJustEnough() {
    assertThat(new InjectorDemand(100, 1_000, Duration.ofMillis(1), 2, 0.5, 100).injectors())
        .isEqualTo(1);
  }
}
